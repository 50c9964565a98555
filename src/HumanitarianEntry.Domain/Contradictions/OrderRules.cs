using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;

namespace HumanitarianEntry.Domain.Contradictions;

/// <summary>Events in an order that can hardly be, whatever the uncertain dates mean.</summary>
internal static class OrderRules
{
    private const int AgeOfService = 18;

    public static IEnumerable<Mismatch> Find(CaseFile file)
    {
        var answers = DateRules.Answers(file).ToList();
        return ServiceBeforeAge(file).Concat(Leaving(file, answers)).Concat(Arrival(file, answers)).Concat(Service(file, answers)).Concat(PapersSeenBeforeIssue(file));
    }

    /// <summary>Schools of the army take younger people.</summary>
    private static IEnumerable<Mismatch> ServiceBeforeAge(CaseFile file)
    {
        if (file.Identity.Births.OrderBy(b => b.Provenance.At).LastOrDefault() is not { } birth)
        {
            yield break;
        }

        var born = new Source(SourceKind.Birth, string.Empty, Compartment.Identity, birth.Value.BornOn.ToString(), birth.Value.BornOn.ToString(), birth.Provenance);
        foreach (var service in file.Interview.Service.Where(s => s.Value.Basis is not (ServiceBasis.Student or ServiceBasis.OfficerSchool) && s.Value.From.Latest < birth.Value.BornOn.Earliest.AddYears(AgeOfService)))
        {
            yield return Mismatch.Between(MismatchKind.Order, MismatchTopic.Service, born, SourcesOnFile.Of(service, service.Value.From.ToString()));
        }
    }

    /// <summary>In another country before the unit was left.</summary>
    private static IEnumerable<Mismatch> Leaving(CaseFile file, List<DateSaid> answers)
    {
        foreach (var leaving in answers.Where(a => a.Topic == MismatchTopic.Leaving))
        {
            foreach (var abroad in answers.Where(a => a.Topic == MismatchTopic.Arrival).Concat(FirstStay(file)).Where(a => a.Last < leaving.First))
            {
                yield return Mismatch.Between(MismatchKind.Order, MismatchTopic.Leaving, leaving.Source, abroad.Source);
            }
        }
    }

    private static IEnumerable<Mismatch> Arrival(CaseFile file, List<DateSaid> answers)
    {
        var stays = FirstStay(file).ToList();
        foreach (var arrival in answers.Where(a => a.Topic == MismatchTopic.Arrival))
        {
            // A stay begins with a registration or a claim some days later, never before.
            foreach (var stay in stays.Where(s => s.Last < arrival.First))
            {
                yield return Mismatch.Between(MismatchKind.Order, MismatchTopic.Arrival, arrival.Source, stay.Source);
            }
        }

        if (file.Contact.Referrals.LastOrDefault() is { } referral)
        {
            var day = DateOnly.FromDateTime(file.OpenedAt.UtcDateTime);
            var contact = DateRules.ReferralOf(referral, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), $"{referral.Value.CountryOfStay}: {referral.Value.Reason}");
            foreach (var later in answers.Where(a => a.Topic == MismatchTopic.Arrival && day < a.First))
            {
                yield return Mismatch.Between(MismatchKind.Order, MismatchTopic.FirstContact, contact, later.Source, isLight: true);
            }
        }
    }

    /// <summary>Called up after the service began; refused before it began.</summary>
    private static IEnumerable<Mismatch> Service(CaseFile file, List<DateSaid> answers)
    {
        var inArmy = file.Interview.Service.Where(s => s.Value.Basis is not (ServiceBasis.Student or ServiceBasis.OfficerSchool)).ToList();
        foreach (var mobilised in answers.Where(a => a.Topic == MismatchTopic.Mobilised))
        {
            foreach (var service in inArmy.Where(s => s.Value.Basis == ServiceBasis.Mobilised && s.Value.From.Latest < mobilised.First))
            {
                yield return Mismatch.Between(MismatchKind.Order, MismatchTopic.Mobilised, mobilised.Source, SourcesOnFile.Of(service, service.Value.From.ToString()));
            }
        }

        if (inArmy.Count == 0)
        {
            yield break;
        }

        var first = inArmy.OrderBy(s => s.Value.From.Earliest).ThenBy(s => s.Value.Label, StringComparer.Ordinal).First();
        foreach (var report in file.Evidence.Items.Where(i => i.Value is { Type: EvidenceType.ResignationReport or EvidenceType.RefusalOrder, ClaimedOn: not null } && i.Value.ClaimedOn.Value.Latest < first.Value.From.Earliest))
        {
            yield return Mismatch.Between(MismatchKind.Order, MismatchTopic.Refusal, DateRules.EvidenceOf(report, SourcesOnFile.Write(report.Value.ClaimedOn)), SourcesOnFile.Of(first, first.Value.From.ToString()));
        }
    }

    private static IEnumerable<Mismatch> PapersSeenBeforeIssue(CaseFile file)
    {
        foreach (var paper in file.Identity.Documents.Where(d => d.Value.SeenAs != SeenAs.None && d.Value.IssuedOn?.Earliest > DateOnly.FromDateTime(d.Provenance.At.UtcDateTime)))
        {
            var seen = DateOnly.FromDateTime(paper.Provenance.At.UtcDateTime).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            var record = new Source(SourceKind.Paper, $"{paper.Value.Label} seen", Compartment.Identity, seen, paper.Value.SeenAs.ToString(), paper.Provenance);
            yield return Mismatch.Between(MismatchKind.Paper, MismatchTopic.PaperIssued, PaperRules.PaperOf(paper, SourcesOnFile.Write(paper.Value.IssuedOn)), record);
        }
    }

    private static IEnumerable<DateSaid> FirstStay(CaseFile file) =>
        file.Contact.OfThisFlight().Take(1).Select(s => s.Fact).Select(s =>
            new DateSaid(MismatchTopic.Arrival, [s.Value.From], new Source(SourceKind.Stay, s.Value.Country, Compartment.Contact, s.Value.From.ToString(), $"{s.Value.Country}, {s.Value.Basis}: {s.Value.From} / {SourcesOnFile.Write(s.Value.Until)}", s.Provenance)));
}
