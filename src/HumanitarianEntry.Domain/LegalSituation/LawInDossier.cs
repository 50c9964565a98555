using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.LegalSituation;

/// <summary>
/// What of the legal situation a dossier says (handbook section 6, rows 5 and 6). What counsel plans, the number of a file, and from whom something is known stay in the house; that he is searched
/// for is said by the entries of lists and by the prosecutions.
/// </summary>
public static class LawInDossier
{
    /// <summary>One that is only planned has not begun.</summary>
    public static IEnumerable<Recorded<AsylumProcedure>> Procedures(LegalFacts legal) => legal.Procedures.Current().Where(p => p.Value.Stage != ProcedureStage.Planned);

    public static IEnumerable<Recorded<RemovalOrder>> Orders(LegalFacts legal) => legal.RemovalOrders.Current();

    public static IEnumerable<Recorded<CourtEvent>> CourtDays(LegalFacts legal) => legal.CourtEvents.Current();

    public static IEnumerable<Recorded<ExitRestriction>> Restrictions(LegalFacts legal) => legal.ExitRestrictions.Current().Where(r => !r.Value.Lifted);

    /// <summary>Whether an order threatens him still.</summary>
    public static bool Threatens(RemovalOrder order) => order.Status is RemovalStatus.InForce or RemovalStatus.Suspended;

    /// <summary>What section 6 is made from; null where there is nothing.</summary>
    internal static object? OfHost(LegalFacts legal)
    {
        object[] facts = [.. Procedures(legal).Select(p => p.Value with { FileNumber = null, NextStep = null, CertificateUntil = null }), .. Orders(legal).Select(o => o.Value), .. CourtDays(legal).Select(c => c.Value)];
        return facts.Length == 0 ? null : facts;
    }

    /// <summary>What is added to section 5; null where there is nothing.</summary>
    internal static object? OfLeaving(LegalFacts legal)
    {
        object[] facts = [.. Restrictions(legal).Select(r => r.Value with { KnownFrom = string.Empty })];
        return facts.Length == 0 ? null : facts;
    }

    /// <summary>Words of counsel that stand in a dossier.</summary>
    public static IEnumerable<string?> Words(LegalFacts legal) =>
        Procedures(legal).Select(p => p.Value.Authority).Concat(Orders(legal).SelectMany(o => new[] { o.Value.Authority, o.Value.SuspendedBy })).Concat(CourtDays(legal).SelectMany(c => new[] { c.Value.Court, c.Value.Outcome }));

    /// <summary>From whom something is known, where that is a person and no list, paper or newspaper.</summary>
    public static IEnumerable<string> Sources(LegalFacts legal) =>
        legal.ExitRestrictions.Values().Select(r => (r.How, r.KnownFrom)).Concat(legal.WantedStatuses.Values().Select(w => (w.How, KnownFrom: w.SeenAt)))
            .Where(s => s.How is LearntHow.Lawyer or LearntHow.Relative or LearntHow.Applicant).Select(s => s.KnownFrom);
}
