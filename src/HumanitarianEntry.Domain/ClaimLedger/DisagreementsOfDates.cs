using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.ClaimLedger;

/// <summary>Events that two sections put into an order that cannot be, whatever the uncertain dates mean; and a paper that one section says is not there.</summary>
internal static class DisagreementsOfDates
{
    private const int YoungestCadet = 14;

    /// <summary>Articles that only a soldier can break.</summary>
    private static readonly string[] OfSoldiers = ["332", "337", "338", "339"];

    /// <summary>What is given to the army by somebody who is in it.</summary>
    private static readonly EvidenceType[] FromWithin = [EvidenceType.ResignationReport, EvidenceType.RefusalOrder];

    public static IEnumerable<SectionDisagreement> Find(CaseFile file) => ServiceAfterFlight(file).Concat(RefusalOutsideService(file)).Concat(ProsecutedBeforeService(file)).Concat(PassportAfterAll(file)).Concat(ServiceInChildhood(file));

    /// <summary>Abroad before the last day in the army.</summary>
    private static IEnumerable<SectionDisagreement> ServiceAfterFlight(CaseFile file)
    {
        if (file.Contact.OfThisFlight() is not [{ Stay: var first }, ..])
        {
            yield break;
        }

        foreach (var period in Army(file).Where(p => p.To is { } to && to.Earliest > first.From.Latest))
        {
            yield return new SectionDisagreement($"service-after-flight-{period.Label}", 6, "stay-began", Sentence.Of($"The stay abroad began on {first.From}."), 7, "service-ended", Sentence.Of($"The service period {period.Label} ended on {period.To!.Value}."));
        }
    }

    /// <summary>A report to the army from a time in which section 7 knows of no service.</summary>
    private static IEnumerable<SectionDisagreement> RefusalOutsideService(CaseFile file)
    {
        var army = Army(file);
        if (army.Count == 0)
        {
            yield break;
        }

        foreach (var item in file.Evidence.Items.Values().Where(i => FromWithin.Contains(i.Type) && ClaimsOnRefusal.IsShown(file.Evidence, i)))
        {
            var day = EvidenceGate.DayOf(file.Evidence, item)!.Value;
            if (!army.Exists(p => Covers(p, day)))
            {
                yield return new SectionDisagreement($"refusal-outside-service-{item.Label}", 9, "item-dated", Sentence.Of($"{item.Label}, {item.Type}, is of {day}."), 7, "no-service-then", Sentence.Of($"No service period holds that day: {new Listed(army.Select(p => (object)new DateSpan(p.From, p.To)))}."));
            }
        }
    }

    private static IEnumerable<SectionDisagreement> ProsecutedBeforeService(CaseFile file)
    {
        if (First(file) is not { } first)
        {
            yield break;
        }

        for (var i = 0; i < file.Interview.Prosecutions.Count; i++)
        {
            var found = file.Interview.Prosecutions[i].Value;
            if (found.On is { } day && day.Latest < first.From.Earliest && Vetting.PersecutorRule.Numbers(found.Article).Any(OfSoldiers.Contains))
            {
                yield return new SectionDisagreement($"before-service-{ClaimMarks.Prosecution(i)}", 8, "prosecuted", Sentence.Of($"Prosecuted under article {found.Article} on {day}."), 7, "first-service", Sentence.Of($"The first service period began on {first.From}."));
            }
        }
    }

    private static IEnumerable<SectionDisagreement> ServiceInChildhood(CaseFile file)
    {
        if (First(file) is not { } first || file.Identity.Births.Latest()?.BornOn is not { } birth)
        {
            yield break;
        }

        if (first.From.Latest < birth.Earliest.AddYears(YoungestCadet))
        {
            yield return new SectionDisagreement("service-in-childhood", 3, "born", Sentence.Of($"Born on {birth}."), 7, "first-service", Sentence.Of($"The first service period began on {first.From}."));
        }
    }

    /// <summary>Section 5 says that no travel document is held; section 3 lists one that is valid.</summary>
    private static IEnumerable<SectionDisagreement> PassportAfterAll(CaseFile file)
    {
        if (file.Identity.Obstacles.LastOrDefault() is not { } obstacle)
        {
            yield break;
        }

        foreach (var paper in file.Identity.Documents.Values().Where(d => ClaimsOnPerson.ToTravel.Contains(d.Kind) && ClaimsOnPerson.IsHeld(d) && !(d.ExpiresOn is { } end && end.Latest < BackingRules.Day(obstacle.Provenance.At))))
        {
            yield return new SectionDisagreement($"passport-after-all-{paper.Label}", 5, "no-travel-document", Sentence.Of($"Holds no travel document."), 3, "holds-paper", Sentence.Of($"Holds a paper: {paper.Kind}, seen as {paper.SeenAs}."));
        }
    }

    private static ServicePeriod? First(CaseFile file) => Army(file).OrderBy(p => p.From.Earliest).ThenBy(p => p.Label, StringComparer.Ordinal).FirstOrDefault();

    private static List<ServicePeriod> Army(CaseFile file) => [.. file.Interview.Service.Values().Where(p => p.Basis is not (ServiceBasis.Student or ServiceBasis.OfficerSchool))];

    private static bool Covers(ServicePeriod period, PartialDate day) => day.Latest >= period.From.Earliest && (period.To is not { } to || day.Earliest <= to.Latest.AddDays(ClaimsOnService.SlackDays));
}
