using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Dossiers.Composing;
using Content = HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>What states have begun against or for the person, for sections 1, 5, 6 and 11.</summary>
internal static class LawPart
{
    private const string PersecutingState = "RU";

    /// <summary>Procedures, orders and days in court by their day: of what has none, the day on which it was recorded.</summary>
    public static IEnumerable<Content.DatedFact> Events(Desk desk)
    {
        var legal = desk.File.Legal;
        return LawInDossier.Procedures(legal).Select(p => Fact(desk, p, p.Value.FiledOn is { } filed ? FactWords.Of(filed) : null, [.. OfProcedure(desk, p.Value)]))
            .Concat(LawInDossier.Orders(legal).Select(o => Fact(desk, o, On(o.Value.IssuedOn), [.. OfOrder(desk, o.Value)])))
            .Concat(LawInDossier.CourtDays(legal).Select(c => Fact(desk, c, On(LegalDays.DayOf(c.Value)), [.. OfCourtDay(desk, c.Value)])))
            .OrderBy(f => f.When.Earliest);
    }

    /// <summary>The orders by which he can be sent away, or could be if they were not suspended.</summary>
    public static IEnumerable<Content.CitedText> Dangers(Desk desk) => Threatening(desk).Select(order => desk.Claims.Behind(Danger(desk, order), Key(order)));

    /// <summary>The same without what they rest on.</summary>
    public static IEnumerable<string> DangersInBrief(Desk desk) => Threatening(desk).Select(order => Danger(desk, order));

    /// <param name="ofOwnState">Those of the state that persecutes him; else those of every other one.</param>
    public static IEnumerable<Content.CitedText> Restrictions(Desk desk, bool ofOwnState) =>
        from restriction in LawInDossier.Restrictions(desk.File.Legal)
        let found = restriction.Value
        where (found.Country == PersecutingState) == ofOwnState
        select desk.Claims.Behind(string.Join(' ', OfRestriction(desk, found).OfType<string>()), Key(found));

    private static LawTexts Texts(Desk desk) => desk.Texts.Law;

    private static IEnumerable<RemovalOrder> Threatening(Desk desk) => desk.May(DisclosedPart.HostEvents) ? LawInDossier.Orders(desk.File.Legal).Select(o => o.Value).Where(LawInDossier.Threatens) : [];

    private static string Danger(Desk desk, RemovalOrder found) =>
        string.Join(' ', new[] { FactWords.Fill(Texts(desk).Danger, desk.Words.Word(found.Kind), desk.Words.Word(found.Status)), Enforceable(desk, found), SuspendedUntil(desk, found) }.OfType<string>());

    private static string Key(ILabelled found) => $"law-{found.Label}";

    private static Content.PartialDate? On(DateOnly? day) => day is { } known ? Content.PartialDate.On(known) : null;

    private static Content.DatedFact Fact<T>(Desk desk, Recorded<T> found, Content.PartialDate? day, IEnumerable<string?> said)
        where T : ILabelled =>
        new(day ?? Content.PartialDate.On(FactWords.Day(found.Provenance.At)), desk.Claims.Behind(string.Join(' ', said.OfType<string>()), Key(found.Value)));

    private static IEnumerable<string?> OfProcedure(Desk desk, AsylumProcedure found)
    {
        yield return FactWords.Fill(Texts(desk).Procedure, desk.Clean(found.Authority), desk.Words.Word(found.Stage));
        yield return found is { Stage: ProcedureStage.Refused, RemedyUntil: { } last } ? FactWords.Fill(Texts(desk).Remedy, desk.Words.Date(last)) : null;
    }

    private static IEnumerable<string?> OfOrder(Desk desk, RemovalOrder found)
    {
        yield return FactWords.Fill(Texts(desk).Order, desk.Words.Word(found.Kind), desk.Clean(found.Authority), desk.Words.Word(found.Status));
        yield return found.Status == RemovalStatus.Suspended && desk.Clean(found.SuspendedBy) is { Length: > 0 } by ? FactWords.Fill(Texts(desk).SuspendedBy, by) : null;
        yield return Enforceable(desk, found);
        yield return SuspendedUntil(desk, found);
        yield return LawInDossier.Threatens(found) ? Remedy(desk, found.RemedyUntil, found.RemedyTaken) : null;
    }

    private static string? Enforceable(Desk desk, RemovalOrder found) =>
        found is { Status: RemovalStatus.InForce, EnforceableFrom: { } from } ? FactWords.Fill(Texts(desk).Enforceable, desk.Words.Date(from)) : null;

    private static string? SuspendedUntil(Desk desk, RemovalOrder found) =>
        found is { Status: RemovalStatus.Suspended, SuspendedUntil: { } until } ? FactWords.Fill(Texts(desk).SuspendedUntil, desk.Words.Date(until)) : null;

    private static IEnumerable<string?> OfCourtDay(Desk desk, CourtEvent found)
    {
        yield return FactWords.Fill(Texts(desk).CourtDay, desk.Words.Word(found.Kind), desk.Clean(found.Court));
        if (desk.Clean(found.Outcome) is { Length: > 0 } outcome)
        {
            yield return FactWords.Fill(Texts(desk).Outcome, outcome.TrimEnd('.'));
            yield return Remedy(desk, found.RemedyUntil, found.RemedyTaken);
        }
    }

    private static string? Remedy(Desk desk, DateOnly? until, bool taken) =>
        taken ? Texts(desk).RemedyTaken : until is { } last ? FactWords.Fill(Texts(desk).Remedy, desk.Words.Date(last)) : null;

    private static IEnumerable<string?> OfRestriction(Desk desk, ExitRestriction found)
    {
        var (country, basis) = (desk.Words.Country(found.Country), desk.Words.Word(found.Basis));
        yield return found.Since is { } since ? FactWords.Fill(Texts(desk).RestrictionSince, country, basis, desk.Words.Date(since)) : FactWords.Fill(Texts(desk).Restriction, country, basis);
        yield return found.Until is { } until ? FactWords.Fill(Texts(desk).RestrictionUntil, desk.Words.Date(until)) : null;
    }
}
