using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.ClaimLedger;

/// <summary>Sections 8 and 9: how the person refused and left, what followed, and each act against the war that the dossier shows.</summary>
internal static class ClaimsOnRefusal
{
    private static readonly EvidenceType[] OfRefusal = [EvidenceType.ResignationReport, EvidenceType.WrittenRefusal, EvidenceType.RefusalOrder];
    private static readonly EvidenceType[] OfProsecution = [EvidenceType.CriminalCase, EvidenceType.CourtRecord, EvidenceType.AdministrativeCase];

    public static IEnumerable<MaterialClaim> In(CaseFile file) => Refusal(file).Concat(Prosecutions(file)).Concat(Wanted(file)).Concat(Engagement(file));

    /// <summary>What shows that the own state looks for the person.</summary>
    internal static IEnumerable<BackingTarget> Pursuit(CaseFile file) => OfTypes(file, [.. OfProsecution, EvidenceType.Summons]).Concat(Entries(file));

    /// <summary>Entries of wanted lists that are about the person, and the items that stand for them.</summary>
    /// <param name="articles">Only entries that name one of these; none: every entry.</param>
    internal static IEnumerable<BackingTarget> Entries(CaseFile file, params IReadOnlyCollection<string> articles)
    {
        foreach (var hit in VettingBackings.Confirmed(file).Where(h => articles.Count == 0 || h.Articles.SelectMany(PersecutorRule.Numbers).Any(articles.Contains)))
        {
            yield return MaterialClaims.Vetting(VettingBackings.Entry + hit.EntryHash);
            foreach (var item in file.Evidence.Items.Values().Where(i => i.ListEntryHash == hit.EntryHash))
            {
                yield return MaterialClaims.Item(item.Label);
            }
        }
    }

    /// <summary>Whether the dossier shows the item among the acts against the war.</summary>
    internal static bool IsShown(EvidenceFacts facts, EvidenceItem item) => facts.GradeOf(item.Label) is { Corroboration: not Corroboration.KX } && EvidenceGate.DayOf(facts, item) is not null;

    private static IEnumerable<MaterialClaim> Refusal(CaseFile file)
    {
        yield return new MaterialClaim("refusal", ClaimKind.Refusal, 8, ClaimNeed.Evidence, Sentence.Of($"Refused to take part in the war."))
        {
            Computed = [.. OfTypes(file, OfRefusal), .. Leant(file), .. Entries(file, "337", "338", "339", "332"), .. MaterialClaims.Answers("F1", "F2"), MaterialClaims.Statement],
        };
        yield return new MaterialClaim("leaving", ClaimKind.Leaving, 8, ClaimNeed.Evidence, Sentence.Of($"Left the army or avoided it, and left the country."))
        {
            Computed = [.. Entries(file, "337", "338"), .. OfTypes(file, EvidenceType.CriminalCase, EvidenceType.CourtRecord), .. ClaimsOnPerson.Papers(file, ClaimsOnPerson.OfStay), .. MaterialClaims.Answers("F3", "I1"), MaterialClaims.Statement],
        };
    }

    /// <summary>What the recommendation rests its finding on the refusal on.</summary>
    private static IEnumerable<BackingTarget> Leant(CaseFile file) => (file.Recommendation?.Value.Findings.Find(f => f.Criterion == "refusal-of-the-war")?.Evidence ?? []).Select(MaterialClaims.Item);

    private static IEnumerable<MaterialClaim> Prosecutions(CaseFile file)
    {
        for (var i = 0; i < file.Interview.Prosecutions.Count; i++)
        {
            var (found, mark) = (file.Interview.Prosecutions[i].Value, ClaimMarks.Prosecution(i));
            var claim = found.On is { } day
                ? new MaterialClaim(mark, ClaimKind.Prosecution, 8, ClaimNeed.Evidence, Sentence.Of($"Prosecuted under article {found.Article}, {found.Status}, {day}."))
                : new MaterialClaim(mark, ClaimKind.ProsecutionUndated, 8, ClaimNeed.Evidence, Sentence.Of($"Prosecuted under article {found.Article}, {found.Status}."));
            string[] articles = [.. PersecutorRule.Numbers(found.Article)];
            yield return claim with
            {
                About = [new(ClaimSubject.Article, found.Article), .. found.On is { } on ? [new ClaimAbout(ClaimSubject.Date, on.ToString())] : Array.Empty<ClaimAbout>()],
                Computed = [.. articles.Length == 0 ? [] : Entries(file, articles), .. Papers(file, found, articles), new(BackingKind.Account, mark), .. MaterialClaims.Answers("G1q")],
            };
        }
    }

    /// <summary>Papers of a case that name the article or the number of the case.</summary>
    private static IEnumerable<BackingTarget> Papers(CaseFile file, Prosecution found, string[] articles) =>
        from item in file.Evidence.Items.Values()
        where OfProsecution.Contains(item.Type)
        let text = $"{item.Title}\n{item.Description}"
        where PersecutorRule.Numbers(text).Any(articles.Contains) || (found.Number is { Length: > 3 } number && text.Contains(number, StringComparison.Ordinal))
        select MaterialClaims.Item(item.Label);

    private static IEnumerable<MaterialClaim> Wanted(CaseFile file)
    {
        foreach (var hit in VettingBackings.Confirmed(file).DistinctBy(h => h.EntryHash))
        {
            var list = file.Vetting.LatestRun!.Value.Lists.Find(l => l.Id == hit.ListId)?.Name ?? hit.ListId;
            yield return new MaterialClaim($"wanted-{hit.EntryHash}", ClaimKind.Wanted, 8, ClaimNeed.Evidence, Sentence.Of($"Wanted by the own state: {list}, {string.Join(", ", hit.Articles)}."))
            {
                IsAfterVetting = true,
                About = [.. hit.Articles.Select(a => new ClaimAbout(ClaimSubject.Article, a))],
                Computed = [MaterialClaims.Vetting(VettingBackings.Entry + hit.EntryHash), .. file.Evidence.Items.Values().Where(i => i.ListEntryHash == hit.EntryHash).Select(i => MaterialClaims.Item(i.Label))],
            };
        }
    }

    private static IEnumerable<MaterialClaim> Engagement(CaseFile file) =>
        from item in file.Evidence.Items.Values()
        where IsShown(file.Evidence, item)
        let day = EvidenceGate.DayOf(file.Evidence, item)!.Value
        select new MaterialClaim($"engagement-{item.Label}", ClaimKind.Engagement, 9, ClaimNeed.Evidence, Sentence.Of($"Act shown as {item.Label}: {item.Type}, {day}."))
        {
            About = [new(ClaimSubject.Date, day.ToString())],
            Computed = [MaterialClaims.Item(item.Label)],
        };

    private static IEnumerable<BackingTarget> OfTypes(CaseFile file, params IReadOnlyCollection<EvidenceType> types) =>
        file.Evidence.Items.Values().Where(i => i.ListEntryHash is null && types.Contains(i.Type)).Select(i => MaterialClaims.Item(i.Label));
}
