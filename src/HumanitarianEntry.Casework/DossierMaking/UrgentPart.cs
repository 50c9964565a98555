using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Screening.Names;
using Content = HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>The one page for an emergency. Whatever is not on file is said to be missing; nothing is a reason not to make the page.</summary>
public static class UrgentPart
{
    private const int MostDays = 4;
    private static readonly Gate[] Steps = [Gate.Consent, Gate.Identity, Gate.Interview, Gate.Vetting, Gate.Evidence, Gate.Recommendation];

    public static Content.UrgentPage Page(DossierMaterial material)
    {
        ArgumentNullException.ThrowIfNull(material);
        var desk = new Desk(material);
        var (texts, id, profile) = (desk.Texts, material.Programme.Settings.Id, material.Audience.Profile);
        var recommendation = desk.File.DecisionOn(Gate.Recommendation);
        return new Content.UrgentPage
        {
            Header = DossierComposition.Header(desk),
            Disclosure = new Content.DisclosureStamp(profile.Name, profile.Hash),
            Who = Who(desk),
            Identity = Identity(desk),
            Asked = texts.EntryAsked.GetValueOrDefault(id) ?? texts.EntryAsked[FactTexts.OtherProgramme],
            Basis = (texts.LegalBases.GetValueOrDefault(id) ?? [material.Programme.Rules.LegalBasis])[0],
            Danger = [.. Danger(desk)],
            LastDays = [.. LastDays(desk)],
            Checked = [.. Checked(desk)],
            NotChecked = [.. NotChecked(desk)],
            Recommendation = recommendation switch
            {
                null => desk.Material.Texts.Urgent.NoRecommendation,
                { Outcome: "recommend" } => FactWords.Fill(texts.Recommended, desk.Words.Date((recommendation.ProposedBy ?? recommendation.By).At), desk.Words.Date(recommendation.By.At)),
                _ => texts.NotRecommended,
            },
            Grounds = recommendation is { Outcome: "recommend" } && desk.May(DisclosedPart.Findings) && desk.File.Recommendation?.Value is { } text
                ? [desk.Clean(text.Summary), .. text.Findings.Select(f => DossierComposition.Said(desk, f))]
                : [],
        };
    }

    private static string Who(Desk desk)
    {
        var words = desk.Material.Texts.Urgent;
        var name = desk.File.Identity.MainName is { } main
            ? FactWords.Fill(words.Name, main.Full, string.Join(' ', new[] { main.Family, main.Given }.OfType<string>().Where(n => n.Trim().Length > 0).Select(n => Transliteration.ToIcao(n.Trim()))))
            : words.NameMissing;
        var born = desk.File.Identity.Births.Latest() is { } birth ? FactWords.Fill(words.Born, desk.Words.Date(birth.BornOn), string.Join(", ", birth.Nationalities.Select(desk.Words.Nationality))) : words.BirthMissing;
        return $"{name}\n{born}";
    }

    private static string Identity(Desk desk)
    {
        var (words, grades) = (desk.Material.Texts.Urgent, desk.Material.Texts.Person);
        return desk.File.Identity.Gradings.Latest() is not { } grading ? words.IdentityMissing : grading.Grade switch
        {
            IdentityGrade.A => FactWords.Fill(words.Identity, grades.GradeA),
            IdentityGrade.B => FactWords.Fill(words.Identity, grades.GradeB),
            IdentityGrade.C => FactWords.Fill(words.Identity, grades.GradeC),
            IdentityGrade.D => FactWords.Fill(words.Identity, grades.GradeD),
            IdentityGrade.X => words.IdentityInDoubt,
        };
    }

    private static IEnumerable<string> Danger(Desk desk)
    {
        var words = desk.Material.Texts.Urgent;
        if (desk.File.Position.SidePath == SidePath.Emergency)
        {
            yield return words.Emergency;
        }

        yield return FactWords.Fill(words.Where, desk.Words.Country(desk.File.CountryOfStay));
        if (desk.May(DisclosedPart.PriorityReason) && desk.Clean(desk.File.Contact.PriorityReasons.Latest()?.Reason) is { Length: > 0 } reason)
        {
            yield return reason;
        }

        if (ClosingPart.SaysWanted(desk))
        {
            yield return desk.Texts.RiskWanted;
        }

        if (ClosingPart.SaysProsecution(desk))
        {
            yield return desk.Texts.RiskProsecution;
        }
    }

    /// <summary>The nearest days that are not over, each on the calendar of its country.</summary>
    private static IEnumerable<string> LastDays(Desk desk) => LegalDays.Of(desk.File, desk.Material.Host).Where(d => d.At >= desk.Material.AsOf || d.Kind == LegalDayKind.Removal).OrderBy(d => d.Day).Take(MostDays)
        .Select(d => FactWords.Fill(desk.Material.Texts.Urgent.Day, desk.Material.Texts.Urgent.Days[Keys.Kebab(d.Kind.ToString())], desk.Words.Date(d.Day), desk.Words.Country(d.Country)));

    private static IEnumerable<string> Checked(Desk desk)
    {
        var words = desk.Material.Texts.Urgent;
        var passed = Steps.Select(g => (Gate: g, Decision: desk.File.DecisionOn(g))).Where(g => g.Decision is not null).Select(g => FactWords.Fill(words.Passed, StepName(desk, g.Gate), desk.Words.Date(g.Decision!.By.At))).ToList();
        if (passed.Count > 0)
        {
            yield return string.Join(desk.Texts.Between, passed);
        }

        if (desk.File.Vetting.LatestRun is { Value: { Failure: null, Lists.Count: > 0 } } run)
        {
            var hits = run.Value.Hits.Select(h => (h.Class, Standing: desk.File.Vetting.StandingOf(h))).ToList();
            yield return FactWords.Fill(words.Searched, desk.Words.Date(run.Provenance.At), run.Value.Lists.Count);
            if (desk.May(DisclosedPart.WantedStatus) && hits.Exists(h => h is { Class: HitClass.PersecutionEvidence, Standing: HitStanding.Same }))
            {
                yield return words.PersecutionEvidence;
            }

            if (hits.Exists(h => h.Class != HitClass.PersecutionEvidence && h.Standing == HitStanding.Same))
            {
                yield return $"{desk.Texts.CheckAdverse}: {desk.Texts.ResultSame}. {desk.Texts.ResultSameWhy}";
            }

            if (hits.TrueForAll(h => h.Class == HitClass.PersecutionEvidence || h.Standing == HitStanding.NotSame))
            {
                yield return words.HitsNone;
            }
        }

        var graded = desk.File.Evidence.Items.Values().Count(i => desk.File.Evidence.GradeOf(i.Label) is not null);
        if (graded > 0)
        {
            yield return FactWords.Fill(words.Evidence, graded);
        }
    }

    private static IEnumerable<string> NotChecked(Desk desk)
    {
        var words = desk.Material.Texts.Urgent;
        var open = Steps.Where(g => desk.File.DecisionOn(g) is null).Select(g => StepName(desk, g)).ToList();
        if (open.Count > 0)
        {
            yield return FactWords.Fill(words.NotPassed, string.Join(", ", open));
        }

        var unclear = desk.File.Vetting.LatestRun?.Value.Hits.Count(h => desk.File.Vetting.StandingOf(h) is HitStanding.Pending or HitStanding.SameNeedsSecond or HitStanding.CannotTell) ?? 0;
        if (unclear > 0)
        {
            yield return FactWords.Fill(words.HitsOpen, unclear);
        }

        var items = desk.File.Evidence.Items.Values().ToList();
        var ungraded = items.Count(i => desk.File.Evidence.GradeOf(i.Label) is null);
        if (ungraded > 0)
        {
            yield return FactWords.Fill(words.EvidenceOpen, ungraded);
        }
        else if (items.Count == 0)
        {
            yield return words.EvidenceNone;
        }

        if (desk.File.Recommendation?.Value is { Doubts: { Count: > 0 } doubts })
        {
            yield return FactWords.Fill(words.Doubts, doubts.Count);
        }

        if (desk.File.Dossier.Released is null)
        {
            yield return words.DossierFollows;
        }

        yield return desk.Texts.Limits[0];
    }

    private static string StepName(Desk desk, Gate gate) => desk.Words.Word("gate", GateTable.For(gate).Key);
}
