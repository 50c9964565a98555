using System.Reflection;
using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Workflows.Programmes;
using HumanitarianEntry.WebTests.Architecture;
using Microsoft.AspNetCore.Identity;

namespace HumanitarianEntry.WebTests.StaffTexts;

/// <summary>What pages show in words besides the sentences of the sources: closed values and codes, the gates' questions. States, gates and roles have theirs in the label files.</summary>
internal static class Vocabulary
{
    /// <summary>Enumerations of other projects that pages show.</summary>
    private static readonly Type[] Elsewhere =
        [typeof(FileKind), typeof(HostRisk), typeof(RowErrorKind), typeof(Delivery), typeof(Workflows.Programmes.ProgrammeStatus), typeof(Screening.People.Sex), typeof(Casework.NameScreening.CheckPurpose)];

    public static IEnumerable<Enum> Values() =>
        from type in typeof(Act).Assembly.GetExportedTypes().Concat(Elsewhere)
        where type.IsEnum && type != typeof(CaseState) && type != typeof(Gate)
        from value in Enum.GetValues(type).Cast<Enum>()
        where value is not Role role || role is Role.Applicant or Role.System
        select value;

    public static IEnumerable<string> Codes() =>
    [
        .. ActCatalogue.Kinds, .. ConstantsOf(typeof(AccountKinds)), .. ConstantsOf(typeof(OutboxRows)), .. DocumentsAsked(), .. Compartments,
        "Applicant", "System", "mailbox-unknown", "address-malformed",

        // What differs between two versions of a list's entry (ListDifference).
        "names", "born", "sex", "nationality", "numbers", "articles", "reason", "place",

        // The same of registers (RegisterEntry).
        "number", "parent", "garrison", "position", "sources", "units", "dates", "incident-type", "contested",

        // What a recommendation speaks to.
        "credibility", "refusal-of-the-war", "engagement", "security", "needs",

        // Why somebody opened a compartment, as the log of reads keeps it.
        "accepted", "access-code", "answer", "audit", "audit-chain", "legal-situation", "protection", "appointments", "arrivals", "capture-file", "case", "caseload", "claims", "conflict", "consent", "contact", "dossier-download", "emergency", "facts", "form", "gate", "hand-over", "interpreter-codes", "interview",
        "map", "messages", "obstacle", "own-appointments", "own-data", "own-help", "own-messages", "own-permissions", "own-requests", "own-second-code", "own-second-look", "own-sharing", "own-signal", "own-status", "own-stop", "own-story", "own-things",
        "people", "priority", "prosecution", "question", "receipt", "recommendation", "same-person", "side-path", "state-decision", "stay", "submission", "travel-paper",
    ];

    private static IEnumerable<string> Compartments => Enum.GetValues<Compartment>().Select(c => Casework.Acts.Keys.Kebab(c.ToString()));

    private static IEnumerable<string> ConstantsOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static).Where(f => f.IsLiteral && f.FieldType == typeof(string)).Select(f => (string)f.GetRawConstantValue()!);

    private static IEnumerable<string> DocumentsAsked() =>
        from file in Repository.Files("workflows", ".programme.json")
        from asked in JsonNode.Parse(file.Text)!["requiredDocuments"]?.AsArray() ?? []
        select asked.GetValue<string>();

    public static IEnumerable<string> Sentences()
    {
        var said = new IdentityErrorDescriber();
        return
        [
            .. GateTable.Rows.Select(row => row.Question),
            said.PasswordTooShort(Web.Hosting.Application.MinPasswordLength).Description,
            said.PasswordRequiresUniqueChars(6).Description,
        ];
    }
}
