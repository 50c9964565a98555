using System.Collections.Immutable;
using System.Text.Json;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Expressions;
using HumanitarianEntry.Workflows.Validation;

namespace HumanitarianEntry.UnitTests.Workflows;

internal static class Definitions
{
    public static IReadOnlyDictionary<string, JsonElement> Case { get; } =
        new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["CaseReference"] = Values.Of("K7Q-4MZ") };

    /// <summary>The gates, outcomes, roles and events of the application.</summary>
    public static DefinitionHost Host { get; } = new()
    {
        Tasks = new Dictionary<string, HostTask>(StringComparer.Ordinal)
        {
            ["referral"] = Gate("accept, signpost, duplicate, unsafe-channel"),
            ["consent"] = Gate("consented, partial, refused, cannot-decide"),
            ["identity"] = Gate("verified, more-needed, doubt"),
            ["interview"] = Gate("complete, partial, stopped, no-show, trigger"),
            ["vetting"] = Gate("clear, clear-with-remarks, unresolved, exclusion-concern, integrity-concern", fourEyes: true),
            ["evidence"] = Gate("sufficient, insufficient, contradicted"),
            ["recommendation"] = Gate("recommend, return-to-interview, return-to-vetting, return-to-evidence, not-recommended, hold", fourEyes: true),
            ["routing"] = Gate("route, wait, none-open"),
            ["dossier"] = Gate("released, blocked", fourEyes: true),
            ["submission"] = Gate("sent, bounced, returned-unread"),
            ["information-request"] = Gate("answered, partly, cannot-answer, extension"),
            ["decision"] = Gate("accepted, accepted-in-part, accepted-on-condition, information-requested, deferred, refused, not-considered, lapsed, revoked"),
            ["nomination"] = Gate("agreed, declined, wait"),
            ["commitment"] = Gate("visa-granted, visa-pending, visa-refused, revoked"),
            ["review"] = Gate("appeal, resubmit, accept-refusal"),
            ["travel-document"] = Gate("issued, refused, lost"),
            ["travel-safety"] = Gate("go, go-with-escort, hold, no-go, document-expired", fourEyes: true),
            ["journey"] = Gate("arrived, turned-back, detained-at-exit, refused-at-border"),
            ["reception"] = Gate("accepted, declined, moved"),
            ["closure"] = Gate("arrived-settled, withdrawn, not-recommended, refused, no-programme, signposted, duplicate, consent-refused, lost-contact, removed, deceased, erasure"),
        },
        Roles = ImmutableHashSet.Create(
            "intake-officer", "screener", "interpreter", "vetter", "evidence-custodian", "coordinator", "dossier-officer", "submission-officer",
            "embassy-liaison", "protection-officer", "counsel", "reception-partner", "auditor", "administrator", "programme-designer"),
        Events = ImmutableHashSet.Create("applicant-withdrew", "case-closed-early", "embassy-silent"),
        Compartments = ImmutableHashSet.Create("identity", "contact", "interview", "vetting", "evidence", "dossier", "travel", "reception"),
    };

    public static WorkflowDefinition Load(string path) => WorkflowDefinition.Parse(File.ReadAllText(Path.Combine(Repository.Root, path)), Path.GetFileName(path));

    private static HostTask Gate(string outcomes, bool fourEyes = false) => new([.. outcomes.Split(", ")], fourEyes);
}
