using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.Translations;

namespace HumanitarianEntry.Domain.Dossiers;

public sealed record Withheld(WithheldKind Kind, string Value);

/// <summary>What of a case must stand nowhere in its dossier, and what may although it looks alike.</summary>
public static class WithheldValues
{
    private static readonly string[] Himself = ["applicant", "himself", "self", "him"];

    /// <summary>Addresses, who knows where the person lives, services that made contact, others on the way, red lines: asked for our own eyes (handbook B5, I3, J1, J2, K2).</summary>
    private static readonly string[] ConfidentialAnswers = ["B5", "I3", "J1", "J2", "K2"];

    /// <summary>Everything that the case itself names; who works on it is added by who knows the accounts.</summary>
    /// <param name="profile">What the recipient gets; null: as before there were profiles.</param>
    public static ImmutableList<Withheld> Of(CaseFile file, DisclosureProfile? profile = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. Lasting(file).Concat(UndisclosedValues.Of(file, profile ?? DisclosureProfile.Standard)).Concat(Notes(file)).Where(w => !string.IsNullOrWhiteSpace(w.Value)).Distinct()];
    }

    /// <summary>Hash of all but the notes: a new message makes no version unfit to leave, a new name does.</summary>
    public static string HashOf(CaseFile file, DisclosureProfile? profile = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        var lasting = Lasting(file).Concat(UndisclosedValues.Of(file, profile ?? DisclosureProfile.Standard)).Where(w => !string.IsNullOrWhiteSpace(w.Value)).Distinct().OrderBy(w => w.Kind).ThenBy(w => w.Value, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(lasting, DomainJson.Options)));
    }

    /// <summary>Names that the dossier says: those of the person, of places, and of those on the lists from whom he is told apart.</summary>
    public static IEnumerable<string> DisclosedNames(CaseFile file, DisclosureProfile? profile = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        bool May(DisclosedPart part) => (profile ?? DisclosureProfile.Standard).Allows(part);
        return file.Identity.Names.Values().Select(n => n.Full)
            .Concat(file.Identity.Births.Values().Where(_ => May(DisclosedPart.BirthPlace)).Select(b => b.Place ?? string.Empty))
            .Concat(file.Vetting.Runs.Values().SelectMany(r => r.Hits).SelectMany(h => new[] { h.MatchedName, h.SearchedName ?? string.Empty }))
            .Concat(file.Interview.Service.Values().SelectMany(s => new[] { May(DisclosedPart.ServicePlaces) ? s.Place : string.Empty, May(DisclosedPart.UnitNames) ? s.UnitName ?? string.Empty : string.Empty }));
    }

    /// <summary>What the dossier may say word by word, even where a note or a message says the same.</summary>
    public static IEnumerable<string> DisclosedTexts(CaseFile file, DisclosureProfile? profile = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        bool May(DisclosedPart part) => (profile ?? DisclosureProfile.Standard).Allows(part);
        return file.Interview.StandingStatements().Select(s => s.Statement.Value).Where(_ => May(DisclosedPart.Statement)).SelectMany(s => new[] { s.Text, s.Translation })
            .Concat(file.Evidence.Items.Values().Where(i => !IsProtected(i) && May(DisclosedPart.EvidenceDescriptions) && (!AnnexRules.IsMedical(i) || May(DisclosedPart.Medical))).SelectMany(i => new[] { i.Title, i.Description }))
            .Concat(file.Evidence.Grades.Values().Where(_ => May(DisclosedPart.EvidenceChecks)).Select(g => g.HowVerified))
            .Concat(TranslationRules.Of(file).Where(j => j.Accepted is not null && TranslationRules.IsForDossier(file, j.Order.Source) && May(j.Order.Source.Kind == TranslationSourceKind.Item ? DisclosedPart.EvidenceDescriptions : DisclosedPart.Statement))
                .SelectMany(j => new[] { j.Original, j.Accepted!.Text }))
            .Concat(file.Identity.Obstacles.Values().Where(_ => May(DisclosedPart.TravelDocumentReasons)).SelectMany(o => new[] { o.WhyNoneHeld, o.WhyNoneFromOwnState, o.WhyNoneFromHostState }))
            .Concat(file.Contact.Stays.Values().Where(_ => May(DisclosedPart.Stays)).Select(s => s.Basis))
            .Concat(LawInDossier.Words(file.Legal).Where(_ => May(DisclosedPart.HostEvents)))
            .Concat(file.Dossier.Requests.Values().Select(r => r.RecipientFunction))
            .Concat(file.Interview.Answers.Values().Where(a => !ConfidentialAnswers.Contains(a.Code) && (UndisclosedValues.PartOf(a.Code) is not { } part || May(part))).Select(a => a.Value))
            .OfType<string>();
    }

    /// <summary>An answer that was given for our own eyes.</summary>
    public static bool IsConfidential(string code) => ConfidentialAnswers.Contains(code);

    /// <summary>An item whose very words may give somebody away.</summary>
    public static bool IsProtected(EvidenceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Type is EvidenceType.WitnessStatement or EvidenceType.LeakedDocument or EvidenceType.HelpToOthers;
    }

    private static IEnumerable<Withheld> Lasting(CaseFile file) =>
    [
        .. file.Family.Members.Values().GroupBy(m => m.Label, StringComparer.Ordinal).Where(m => !m.Last().Travels).SelectMany(m => m).Select(m => new Withheld(WithheldKind.RelativeName, m.CalledName)),
        .. Others(file).Select(name => new Withheld(WithheldKind.ThirdPersonName, name)).Concat(Sources(file).Select(source => new Withheld(WithheldKind.SourceName, source)))
            .Where(w => !Himself.Contains(w.Value.Trim(), StringComparer.OrdinalIgnoreCase)),
        .. Channels(file).Select(c => new Withheld(c.Kind == ChannelKind.ViaPerson ? WithheldKind.ThirdPersonName : WithheldKind.ContactHandle, c.Handle)),
        .. file.Contact.Plans.Values().SelectMany(p => new[] { p.CodePhrase, p.DuressPhrase }).Select(phrase => new Withheld(WithheldKind.CodePhrase, phrase)),
        .. file.Travel.Checks.Values().SelectMany(c => new[] { c.Carrier, c.CheckInTimes, c.AbortCriteria }).Select(plan => new Withheld(WithheldKind.TravelPlan, plan)),
        .. file.Interview.CurrentAnswers.Where(a => ConfidentialAnswers.Contains(a.Code)).SelectMany(a => new[] { a.Value, a.Verbatim ?? string.Empty }).Select(said => new Withheld(WithheldKind.ConfidentialAnswer, said)),
    ];

    private static IEnumerable<string> Others(CaseFile file) =>
        file.Identity.Documents.Values().Select(d => d.HeldBy)
            .Concat(file.Evidence.Items.Values().Where(IsProtected).Select(i => i.Origin))
            .Concat(file.Interview.Prosecutions.Values().Select(p => p.LearntFrom))
            .Concat(file.Contact.Plans.Values().Select(p => p.FallbackPerson ?? string.Empty));

    /// <summary>Free words such as "public page" or "his sister's telephone", which stand in no dossier. Who published something public is no secret where its own title names him.</summary>
    private static IEnumerable<string> Sources(CaseFile file) =>
        file.Evidence.Items.Values().Where(i => !IsProtected(i) && !(i.IsPublic && $"{i.Title}\n{i.Description}".Contains(i.Origin, StringComparison.OrdinalIgnoreCase))).Select(i => i.Origin)
            .Concat(file.Evidence.Supports.Values().Where(s => file.Evidence.WithdrawalOf(s.Label) is null).Select(s => s.Source ?? string.Empty))
            .Concat(LawInDossier.Sources(file.Legal));

    private static IEnumerable<ContactChannel> Channels(CaseFile file) =>
        file.Contact.Referrals.Values().Select(r => r.Channel).Concat(file.Contact.Plans.Values().SelectMany(p => p.Channels))
            .Where(c => c.Kind is ChannelKind.Signal or ChannelKind.Matrix or ChannelKind.Phone or ChannelKind.Email or ChannelKind.ViaPerson);

    private static IEnumerable<Withheld> Notes(CaseFile file) =>
        file.Contact.Attempts.Values().Select(a => a.Note)
            .Concat(file.Contact.Messages.Values().Select(m => m.Text))
            .Concat(file.Interview.Moments.Values().Select(m => m.Note ?? string.Empty))
            .Concat(file.Interview.MismatchSteps?.Values().Select(s => s.Words ?? string.Empty) ?? [])
            .Concat(TranslationRules.Of(file).SelectMany(j => j.Steps.Select(s => s.Value.Words).Append(j.Order.Instructions)).OfType<string>())
            .Concat(file.Family.ChildChecks.Values().Select(c => c.Reasons))
            .Concat(file.Travel.CheckIns.Values().Select(c => c.Note ?? string.Empty))
            .Concat(file.Contact.Plans.Values().Select(p => p.WhatMayBeSaid))
            .Concat(file.Legal.Procedures.Values().Select(p => p.NextStep ?? string.Empty))
            .Select(note => new Withheld(WithheldKind.WorkingNote, note));
}
