using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Dossiers.Sections;
using Content = HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>What the statements of the dossier rest on: behind each in its section, and all together in a table. Reasons of ties stay in the house; why something is not borne out is said.</summary>
internal sealed class ClaimsPart(Desk desk)
{
    /// <summary>So much is named behind a statement; the table has the rest.</summary>
    private const int MostBehind = 2;
    private const int OfNeeds = 12;

    private readonly Dictionary<string, ClaimStatus> ledger = Ledger.Of(desk.Material.File).ToDictionary(s => s.Claim.Key, StringComparer.Ordinal);

    private ClaimTexts Texts => desk.Material.Texts.Claims;

    public Content.ClaimRecord Record() => new(
        [.. ledger.Values.Where(s => IsSaid(s.Claim)).Select(s => new Content.ClaimRow(s.Claim.Section, Statement(s.Claim), [.. RestsOn(s)], s.Standing == ClaimStanding.Unsupported))],
        [.. SectionDisagreements.With(desk.Material.File).Where(d => d.Explanation is not null).Select(d => Pair(d.Disagreement, d.Explanation!.Value.Words))]);

    /// <summary>The statement with the annexes that bear it out, or how it is supported. As it is where the ledger knows no such claim.</summary>
    public Content.CitedText Behind(string text, params string[] keys)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var found = keys.Select(k => ledger.GetValueOrDefault(k)).OfType<ClaimStatus>().ToList();
        int[] annexes = [.. found.SelectMany(Annexes).Distinct().Order()];
        var said = annexes.Length > 0 ? [] : found.SelectMany(s => Said(s)).Distinct(StringComparer.Ordinal).Take(MostBehind).ToList();
        var unsupported = found.Where(s => s.Standing == ClaimStanding.Unsupported).Select(s => NotBorneOut(s)).Distinct(StringComparer.Ordinal);
        var behind = string.Join(desk.Texts.Between, said.Concat(unsupported).Distinct(StringComparer.Ordinal));
        return new Content.CitedText(behind.Length == 0 ? text : $"{text} {FactWords.Fill(Texts.Behind, behind)}", annexes);
    }

    private IEnumerable<int> Annexes(ClaimStatus status) => status.Backings.Where(b => b.Counts && b.Kind == BackingKind.EvidenceItem).SelectMany(b => desk.Annexes.NumberOf(b.Mark));

    private IEnumerable<string> Said(ClaimStatus status) => status.Standing switch
    {
        ClaimStanding.BorneOut => WithoutRepeats(status.Backings).Where(b => !BackingKinds.IsOwnWord(b.Kind) && b.Kind != BackingKind.OtherClaim).Select(b => OfOne(b).Text),
        ClaimStanding.Follows => Follows(status),
        ClaimStanding.OwnWord => [Texts.OwnStatement],
        ClaimStanding.Unsupported or ClaimStanding.Open => [],
    };

    private string Statement(MaterialClaim claim) => Filled(claim.Words, Texts.Claims, $"{Keys.Kebab(claim.Kind.ToString())}{(IsBrief(claim) ? "-brief" : string.Empty)}");

    /// <summary>A row stands where this recipient gets the part that says it. Needs are said, with what they rest on, on their own sheets only, which can be taken out.</summary>
    private bool IsSaid(MaterialClaim claim) => claim.Section != OfNeeds && PartOf(claim.Kind) is var part && (part is null || desk.May(part.Value)) && (claim.Kind != ClaimKind.RiskOfProsecution || ClosingPart.SaysProsecution(desk));

    /// <summary>Without unit, place and post, for recipients who do not get all of them.</summary>
    private bool IsBrief(MaterialClaim claim) => claim.Kind switch
    {
        ClaimKind.Service or ClaimKind.ServiceOpenEnded => !desk.May(DisclosedPart.UnitNames) || !desk.May(DisclosedPart.ServicePlaces) || !desk.May(DisclosedPart.ServicePosts),
        ClaimKind.PresenceInUkraine => !desk.May(DisclosedPart.ServicePlaces),
        _ => false,
    };

    private static DisclosedPart? PartOf(ClaimKind kind) => kind switch
    {
        ClaimKind.Criterion or ClaimKind.FindingInOwnWords => DisclosedPart.Findings,
        ClaimKind.NoPassportHeld or ClaimKind.NoneFromOwnState or ClaimKind.NoneFromHostState or ClaimKind.ExitRestriction => DisclosedPart.TravelDocumentReasons,
        ClaimKind.Stay or ClaimKind.StayOpenEnded => DisclosedPart.Stays,
        ClaimKind.AsylumProcedure or ClaimKind.HostProcedure or ClaimKind.RemovalOrder or ClaimKind.CourtDay or ClaimKind.RiskOfRemoval => DisclosedPart.HostEvents,
        ClaimKind.Prosecution or ClaimKind.ProsecutionUndated => DisclosedPart.Prosecutions,
        ClaimKind.Wanted or ClaimKind.RiskOfHandOver => DisclosedPart.WantedStatus,
        ClaimKind.Reception => DisclosedPart.ReceptionPlan,
        ClaimKind.EarlierApplications => DisclosedPart.EarlierApplications,
        _ => null,
    };

    /// <summary>What counts and may be said; the item that stands for an entry of a list is not said beside the entry.</summary>
    private List<Backing> WithoutRepeats(IReadOnlyCollection<Backing> backings)
    {
        var counting = backings.Where(b => b.Counts && MayBeSaid(b)).ToList();
        var entries = counting.Where(b => b.Kind == BackingKind.VettingResult).Select(b => VettingBackings.EntryHashOf(b.Mark)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return counting.FindAll(b => b.Kind != BackingKind.EvidenceItem || desk.File.Evidence.Find(b.Mark)?.ListEntryHash is not { } hash || !entries.Contains(hash));
    }

    /// <summary>What stands for an entry in a wanted list goes with that status.</summary>
    private bool MayBeSaid(Backing backing) => desk.May(DisclosedPart.WantedStatus)
        || !((backing.Kind == BackingKind.VettingResult && VettingBackings.EntryHashOf(backing.Mark) is not null) || (backing.Kind == BackingKind.EvidenceItem && desk.File.Evidence.Find(backing.Mark) is { ListEntryHash: not null }));

    private IEnumerable<Content.CitedText> RestsOn(ClaimStatus status)
    {
        var counting = WithoutRepeats(status.Backings);
        foreach (var backing in counting.Where(b => !BackingKinds.IsOwnWord(b.Kind) && b.Kind != BackingKind.OtherClaim).DistinctBy(b => (b.Kind, b.Mark)))
        {
            yield return OfOne(backing);
        }

        foreach (var follows in Follows(status))
        {
            yield return follows;
        }

        foreach (var own in OwnWord(counting))
        {
            yield return own;
        }

        if (status.Standing == ClaimStanding.Unsupported)
        {
            yield return NotBorneOut(status);
        }
        else if (status.IsOpen)
        {
            yield return Texts.Open;
        }
    }

    private Content.CitedText OfOne(Backing backing) => backing.Kind switch
    {
        BackingKind.EvidenceItem => OfItem(backing.Mark),
        BackingKind.Paper => desk.File.Identity.Documents.FindLast(d => d.Value.Label == backing.Mark)!.Value is var paper ? FactWords.Fill(Texts.Paper, desk.Words.Word(paper.Kind), desk.Words.Word(paper.SeenAs)) : string.Empty,
        BackingKind.VettingResult => OfVetting(backing.Mark),
        BackingKind.StaffCheck => FactWords.Fill(Texts.Attested, desk.File.Identity.Gradings[^1].Value.IndependentWitnesses),
        BackingKind.Record => BackingRules.RecordedAt(desk.File, backing.Mark) is { } at ? FactWords.Fill(Texts.LegalRecord, desk.Words.Date(at)) : Texts.Offer,
        BackingKind.Finding => FactWords.Fill(Texts.Finding, desk.Words.Word("criterion", backing.Mark)),
        BackingKind.Answer or BackingKind.Statement or BackingKind.Account or BackingKind.OtherClaim => throw new ArgumentOutOfRangeException(nameof(backing), backing.Kind, "It is said together with others of its kind."),
    };

    /// <summary>An item whose very words may give somebody away is named by its number in our file only.</summary>
    private Content.CitedText OfItem(string label)
    {
        var item = desk.File.Evidence.Find(label)!;
        var grade = desk.File.Evidence.GradeOf(label);
        return grade is null ? desk.Cite(FactWords.Fill(Texts.ItemUngraded, label), label)
            : FileRules.IsProtected(item) ? FactWords.Fill(Texts.ItemProtected, label, grade)
            : desk.Cite(FactWords.Fill(Texts.Item, label, grade), label);
    }

    private string OfVetting(string mark)
    {
        if (VettingBackings.EntryHashOf(mark) is not { } hash)
        {
            return FactWords.Fill(Texts.VettingResult, desk.Words.Word(VettingBackings.Results[mark]), desk.Words.Date(desk.File.DecisionOn(Domain.Gates.Gate.Vetting)!.By.At));
        }

        var run = desk.File.Vetting.LatestRun!.Value;
        var list = run.Lists.Find(l => l.Id == run.Hits.Find(h => h.EntryHash == hash)!.ListId)!;
        return FactWords.Fill(Texts.ListEntry, list.Name, desk.Words.Date(list.VersionDate));
    }

    private IEnumerable<Content.CitedText> OwnWord(IReadOnlyCollection<Backing> counting)
    {
        var codes = counting.Where(b => b.Kind == BackingKind.Answer).Select(b => b.Mark).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (codes.Count > 0)
        {
            yield return FactWords.Fill(Texts.Answers, string.Join(", ", codes.Select(c => c.TrimEnd('q'))), desk.Words.Date(BackingRules.ConfirmedAt(desk.File)!.Value));
        }

        if (counting.Any(b => b.Kind == BackingKind.Statement))
        {
            yield return Texts.WrittenStatement;
        }

        if (counting.Any(b => b.Kind == BackingKind.Account))
        {
            yield return Texts.Account;
        }
    }

    private IEnumerable<string> Follows(ClaimStatus status)
    {
        int[] sections = [.. status.Backings.Where(b => b.Counts && b.Kind == BackingKind.OtherClaim).Select(b => ledger[b.Mark].Claim.Section).Distinct().Order()];
        return sections.Length == 0 ? [] : [FactWords.Fill(Texts.Follows, string.Join(", ", sections))];
    }

    private string NotBorneOut(ClaimStatus status)
    {
        var mark = status.Mark!.Value;
        var words = desk.Clean(mark.Words);
        var reason = mark.Because == UnsupportedBecause.Other ? words : string.Join(". ", new[] { Texts.Reasons[Keys.Kebab(mark.Because.ToString())], words }.Where(t => t.Length > 0));
        return FactWords.Fill(Texts.NotBorneOut, reason);
    }

    private Content.ExplainedPair Pair(SectionDisagreement found, string why) =>
        new(found.SectionOne, Filled(found.One, Texts.Disagreements, found.CodeOfOne), found.SectionOther, Filled(found.Other, Texts.Disagreements, found.CodeOfOther), desk.Clean(why));

    /// <exception cref="InvalidDataException">The texts have no sentence for it.</exception>
    private string Filled(Sentence sentence, IReadOnlyDictionary<string, string> patterns, string code) =>
        sentence.Fill(patterns.GetValueOrDefault(code) ?? throw new InvalidDataException($"The texts of the dossier have no sentence '{code}' for a claim."), Written);

    private string Written(Sentence.Part part) => part.Value switch
    {
        PartialDate day => desk.Words.Date(day),
        DateOnly day => desk.Words.Date(day),
        Coded { Type: "country" } country => desk.Words.Country(country.Code),
        Coded { Type: "identity-grade" } grade => grade.Code,
        Coded coded => desk.Words.Word(coded.Type, coded.Code),
        Enum value => desk.Words.Word(Keys.Kebab(value.GetType().Name), Keys.Kebab(value.ToString())),
        DateSpan span => $"{desk.Words.Date(span.From)} – {(span.To is { } to ? desk.Words.Date(to) : "…")}",
        Listed several => string.Join(", ", several.Values.Select(v => Written(new Sentence.Part(v, null)))),
        var other => desk.Clean(other?.ToString()),
    };
}
