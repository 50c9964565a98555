using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Dossiers;
using Content = HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>Section 9: what he did against the war, graded; what is undated, ungraded or contradicted is said as well.</summary>
internal static class EngagementPart
{
    public static Content.EngagementRecord Record(Desk desk)
    {
        var facts = desk.File.Evidence;
        // What the program made of an entry in a wanted list goes with that status.
        var items = facts.Items.Values().Where(i => i.ListEntryHash is null || desk.May(DisclosedPart.WantedStatus)).ToList();
        var shown = items.Where(i => facts.GradeOf(i.Label) is { Corroboration: not Corroboration.KX } && DateOf(facts, i) is not null).ToList();
        var contact = FactWords.Day(desk.File.OpenedAt);
        var line = StanceTimeline.Of(desk.File);
        return new Content.EngagementRecord
        {
            Finding = FactWords.Fill(desk.Texts.Engagement, shown.Count, shown.Select(i => i.Type).Distinct().Count(), shown.Count(i => DateOf(facts, i)!.Value.Latest < contact), shown.Count(i => i.IsPublic)),
            Flight = desk.File.Contact.Departure() is { } left ? FactWords.Of(left) : null,
            FirstContact = Content.PartialDate.On(contact),
            Items = [.. shown.Select(i => Item(desk, i))],
            Marks = [.. line.Marks.Select(m => new Content.DatedMark(desk.Words.Word(m.Mark), FactWords.Of(m.On)))],
            ContraryMarks = [.. line.Contrary.Where(c => c.Act.On is not null).Select(c => new Content.ContraryMark(c.Act.Label, desk.Words.Word(c.Act.Kind), FactWords.Of(c.Act.On!.Value)))],
            Gaps = [.. line.Gaps.Select(g => new Content.SilentTime(g.From, g.Until, FactWords.Fill(desk.Texts.Months, g.Months)))],
            ContraryActs =
            [
                .. line.Contrary.Select(c => new Content.CitedText(Contrary(desk, c))),
                .. line.Gaps.Select(g => new Content.CitedText(FactWords.Fill(desk.Texts.Silence, desk.Words.Date(g.From), desk.Words.Date(g.Until), g.Months))),
                .. items.Except(shown).Select(i => new Content.CitedText(FactWords.Fill(Gap(desk, i), i.Label, desk.Words.Word(i.Type)))),
            ],
        };
    }

    /// <summary>What speaks against the person is said with the answer to it.</summary>
    private static string Contrary(Desk desk, StandingContrary contrary)
    {
        var (act, answer) = contrary;
        string[] said =
        [
            FactWords.Fill(desk.Texts.ContraryAct, act.Label, desk.Words.Word(act.Kind), act.On is { } day ? desk.Words.Date(day) : desk.Texts.NotEstablished, desk.Clean(act.Description)),
            act.Disclosed ? desk.Texts.ContraryDisclosed : string.Empty,
            answer is null ? string.Empty : FactWords.Fill(desk.Texts.ContraryAnswer, desk.Clean(answer)),
        ];
        return string.Join(' ', said.Where(s => s.Length > 0));
    }

    private static Domain.People.PartialDate? DateOf(EvidenceFacts facts, EvidenceItem item) => facts.GradeOf(item.Label)?.VerifiedOn ?? item.ClaimedOn;

    private static string Gap(Desk desk, EvidenceItem item) => desk.File.Evidence.GradeOf(item.Label) switch
    {
        null => desk.Texts.Ungraded,
        { Corroboration: Corroboration.KX } => desk.Texts.Contradicted,
        _ => desk.Texts.Undated,
    };

    /// <summary>An item that the program itself made of a wanted-list entry is said in the words of the dossier.</summary>
    private static string? ListEntry(Desk desk, EvidenceItem item) =>
        item.ListEntryHash is { } hash && desk.File.Vetting.Runs.Values().SelectMany(r => r.Hits.Select(h => (Run: r, Hit: h))).LastOrDefault(p => p.Hit.EntryHash == hash) is { Hit: not null } found
            ? FactWords.Fill(desk.Texts.ListEntry, found.Run.Lists.Find(l => l.Id == found.Hit.ListId)?.Name ?? found.Hit.ListId, string.Join(", ", found.Hit.Articles))
            : null;

    private static Content.EvidenceItem Item(Desk desk, EvidenceItem item)
    {
        var (grade, day) = (desk.File.Evidence.GradeOf(item.Label)!, DateOf(desk.File.Evidence, item)!.Value);
        var isProtected = AnnexPlan.IsProtected(item);
        var isSheet = AnnexRules.IsMedical(item) && !desk.May(DisclosedPart.Medical);
        return new Content.EvidenceItem
        {
            Number = item.Label,
            Date = FactWords.Of(day),
            Period = StanceTimeline.PeriodOf(desk.File, day) switch
            {
                StancePeriod.BeforeFlight => Content.ActPeriod.BeforeFlight,
                StancePeriod.AfterFlight => Content.ActPeriod.BeforeContact,
                StancePeriod.AfterContact => Content.ActPeriod.AfterContact,
            },
            Kind = desk.Words.Word(item.Type),
            Description = isSheet ? desk.Material.Texts.Document.NotDisclosed
                : isProtected ? item.Type == EvidenceType.WitnessStatement ? $"{desk.Pseudonyms.WitnessOf(item.Label)}. {desk.Texts.Protected}" : desk.Texts.Protected
                : desk.Cite(ListEntry(desk, item) ?? string.Join(". ", new[] { item.Title, item.Description }.Select(desk.Clean).Where(t => t.Length > 0)), item.Label),
            PublicUnderOwnName = item.IsPublic,
            Reliability = grade.Reliability switch
            {
                Reliability.A => Content.SourceReliability.A,
                Reliability.B => Content.SourceReliability.B,
                Reliability.C => Content.SourceReliability.C,
                Reliability.D => Content.SourceReliability.D,
                Reliability.E => Content.SourceReliability.E,
                Reliability.F => Content.SourceReliability.F,
            },
            Credibility = (Content.ContentCredibility)grade.Credibility,
            Corroboration = grade.Corroboration switch
            {
                Corroboration.K0 => Content.Corroboration.None,
                Corroboration.K1 => Content.Corroboration.OwnDevice,
                Corroboration.K2 => Content.Corroboration.OneIndependent,
                Corroboration.K3 => Content.Corroboration.TwoIndependent,
                Corroboration.KX => Content.Corroboration.Contradicted,
            },
            HowVerified = isSheet ? desk.Material.Texts.Document.NotDisclosed : isProtected ? desk.Texts.ProtectedCheck : desk.Clean(grade.HowVerified),
        };
    }
}
