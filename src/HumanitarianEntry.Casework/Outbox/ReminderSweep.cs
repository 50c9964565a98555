using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Deadlines;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.FormalRequests;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.Domain.Vetting;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Outbox;

/// <summary>A case whose lawful stay, travel paper or other legal day must be spoken of.</summary>
public sealed record DueDay(Guid CaseId, string Reference, DateTimeOffset NextDayMarkAt) : IDueRow;

/// <summary>Reminds of lawful stays and travel papers that run out, of the other days that the law sets, of formal requests that must be answered, of reviews that wait, and opens dismissed hits again when their day has come, also while a case stands still: these clocks never pause. Each mark is told once.</summary>
public sealed class ReminderSweep(SweepParts parts, CompartmentSealer sealer, ProgrammeLibrary programmes) : DueSweep<DueDay>(parts)
{
    private static readonly Compartment[] Opened = [Compartment.Contact, Compartment.Vetting, Compartment.Travel, Compartment.Legal, Compartment.Dossier];

    public override IQueryable<DueDay> Due(CaseDbContext db, IQueryable<CaseRow> among, DateTimeOffset now) =>
        among.AsNoTracking().Where(c => c.NextDayMarkAt <= now).OrderBy(c => c.NextDayMarkAt).ThenBy(c => c.Id).Select(c => new DueDay(c.Id, c.Reference, c.NextDayMarkAt!.Value));

    protected override async Task<DueOutcome> DoAsync(DueDay due, CancellationToken cancellationToken)
    {
        await using var db = Parts.Cases.CreateDbContext();
        var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == due.CaseId, cancellationToken);
        using var keys = await sealer.OpenAsync(due.CaseId, cancellationToken);
        var file = (await CaseLoader.LoadAsync(db, keys, row, Opened, cancellationToken)).File;
        var now = Parts.Time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var shelf = await programmes.RefreshAsync(db, cancellationToken);
        var host = shelf.HostRulesIn(file.CountryOfStay);
        var clocks = shelf.Programmes.GetValueOrDefault(file.ProgrammeId)?.Rules.Clocks ?? GateClocks.None;
        List<(Act Act, string Key)> acts = [];
        if (StayReminders.Due(file, now) is { } stay)
        {
            acts.Add((new RemindStayEnd(stay.Stay, stay.DaysBefore), string.Create(CultureInfo.InvariantCulture, $"stay-{due.CaseId:N}-{stay.Stay}-{stay.DaysBefore}")));
        }

        if (PaperReminders.IsNeeded(file) && PaperReminders.Due(file.Travel, today) is { } paper)
        {
            acts.Add((new RemindPaperExpiry(paper.Paper, paper.DaysBefore), string.Create(CultureInfo.InvariantCulture, $"paper-{due.CaseId:N}-{paper.Paper}-{paper.DaysBefore}")));
        }

        if (FormalRules.Due(file, today) is { } request)
        {
            acts.Add((new RemindFormalRequest(request.Number, request.DaysBefore), string.Create(CultureInfo.InvariantCulture, $"request-{due.CaseId:N}-{request.Number}-{request.DaysBefore}")));
        }

        if (ConsentReminders.Due(file, today) is { } consent)
        {
            acts.Add((new RemindConsentEnd(consent.Consent, consent.DaysBefore), string.Create(CultureInfo.InvariantCulture, $"consent-{consent.Consent:N}-{consent.DaysBefore}")));
        }

        if (LegalReminders.Due(file, host, now) is { } legal)
        {
            acts.Add((new RemindLegalDay(legal.Kind, legal.Label, legal.Day, legal.DaysBefore), string.Create(CultureInfo.InvariantCulture, $"legal-{due.CaseId:N}-{legal.Kind}-{legal.Label}-{legal.Day:yyyyMMdd}-{legal.DaysBefore}")));
        }

        if (DismissalReviews.Due(file, today) is { } hit)
        {
            acts.Add((new ReopenDismissal(hit.EntryHash, hit.ReviewOn), string.Create(CultureInfo.InvariantCulture, $"hit-{due.CaseId:N}-{file.Vetting.Reopened.Count}-{hit.ReviewOn:yyyyMMdd}")));
        }

        if (ReviewReminders.Due(file, clocks, now) is { } mark)
        {
            acts.Add((new RemindReview(mark), string.Create(CultureInfo.InvariantCulture, $"review-{due.CaseId:N}-{InternalReview.Asked(file)!.Provenance.At.ToUnixTimeMilliseconds()}-{mark}")));
        }

        DueOutcome outcome = acts.Count == 0 ? await RearmAsync(db, due, CaseClocks.NextDayMark(file, today, host, clocks), cancellationToken) : new DueOutcome.Done();
        foreach (var (act, key) in acts)
        {
            outcome = OutcomeOf(await Parts.Acts.RunAsync(new ActRequest { CaseId = due.CaseId, Actor = SystemActor.Instance, Act = act, Key = key }, cancellationToken));
            if (outcome is DueOutcome.Failed)
            {
                return await db.Cases.AsNoTracking().AnyAsync(c => c.Id == due.CaseId && c.ConcurrencyVersion != row.ConcurrencyVersion, cancellationToken) ? new DueOutcome.Left() : outcome;
            }
        }

        return outcome;
    }

    /// <summary>The row was armed for something that does not matter any more, or by an update of the program.</summary>
    private static async Task<DueOutcome> RearmAsync(CaseDbContext db, DueDay due, DateTimeOffset? next, CancellationToken cancellationToken)
    {
        await using var write = await db.BeginWriteAsync(cancellationToken);
        await db.Cases.Where(c => c.Id == due.CaseId && c.NextDayMarkAt == due.NextDayMarkAt).ExecuteUpdateAsync(set => set.SetProperty(c => c.NextDayMarkAt, next), cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new DueOutcome.Left();
    }
}
