using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>Screens an applicant's names when an act or a new list version asked for it, and reports the run with an act of the system.</summary>
public sealed class ScreeningConsumer(CaseDatabase cases, CompartmentSealer sealer, ScreeningDesk desk, ActRunner acts, ProgrammeLibrary programmes, TimeProvider time) : IOutboxConsumer
{
    private static readonly Compartment[] Needed = [Compartment.Identity, Compartment.Contact, Compartment.Vetting];

    public IReadOnlyCollection<string> Kinds { get; } = [Keys.Kebab(nameof(WorkKind.ScreenNames))];

    public async Task<OutboxVerdict> ConsumeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.CaseId is not { } caseId)
        {
            return new OutboxVerdict.GiveUp("case-missing");
        }

        CaseFile? file;
        try
        {
            file = await CaseLoader.ReadAsync(cases, sealer, caseId, Needed, cancellationToken);
        }
        catch (CaseErasedException)
        {
            return new OutboxVerdict.Done();
        }

        // Closed, or the consent was taken back since it was asked, or no name yet: there is nothing to search for and nothing may be searched.
        if (file is null || file.Position.Finished || !file.IsAllowed(ConsentPurpose.Vet, time.GetUtcNow()) || file.Identity.MainName is null)
        {
            return new OutboxVerdict.Done();
        }

        // What nobody asked for is not done twice: several facts that changed together need one search.
        var byItself = OutboxRows.Read(row.Payload).Subject == ScreeningUpkeep.ByItself;
        if (byItself && await IsWholeAsync(file, cancellationToken))
        {
            return new OutboxVerdict.Done();
        }

        var run = await desk.ScreenAsync(file, cancellationToken);
        var request = new ActRequest { CaseId = caseId, Actor = SystemActor.Instance, Act = new RecordScreeningRun(run) { ByItself = byItself }, Key = $"screen-{row.Id:N}" };
        return SystemReports.VerdictOf(await acts.RunAsync(request, cancellationToken));
    }

    private async Task<bool> IsWholeAsync(CaseFile file, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rules = programmes.For(file.ProgrammeId).Rules;
        return ScreeningUpkeep.NeedOf(file, await ListRows.StandardAsync(db, cancellationToken), rules.MaxScreeningAgeDays, time.GetUtcNow()) == ScreeningNeed.None;
    }
}
