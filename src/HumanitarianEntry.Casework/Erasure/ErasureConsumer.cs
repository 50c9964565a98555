using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.FormalRequests;

namespace HumanitarianEntry.Casework.Erasure;

/// <summary>Carries out an erasure that two people granted, when the person's time to take it back is over. What was taken back meanwhile, or came under an emergency, is left alone.</summary>
public sealed class ErasureConsumer(CaseDatabase cases, CompartmentSealer sealer, CaseErasure erasure, TimeProvider time) : IOutboxConsumer
{
    private static readonly Compartment[] Needed = [Compartment.Contact, Compartment.Dossier];

    public IReadOnlyCollection<string> Kinds { get; } = [Keys.Kebab(nameof(WorkKind.EraseCase))];

    public async Task<OutboxVerdict> ConsumeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.CaseId is not { } caseId)
        {
            return new OutboxVerdict.GiveUp("case-missing");
        }

        // After a crash in the middle the keys are gone and nothing can be asked of the case any more: what was begun is finished.
        if (await sealer.TombstoneAsync(caseId, cancellationToken) is null)
        {
            if (FormalRules.ErasedAt(await ReadAsync(caseId, cancellationToken)) is not { } due)
            {
                return new OutboxVerdict.Done();
            }

            if (time.GetUtcNow() < due)
            {
                return new OutboxVerdict.Later(due);
            }
        }

        await erasure.RunAsync(caseId, row.Id, cancellationToken);
        return new OutboxVerdict.Done();
    }

    private async Task<CaseFile> ReadAsync(Guid caseId, CancellationToken cancellationToken) =>
        await CaseLoader.ReadAsync(cases, sealer, caseId, Needed, cancellationToken) ?? throw new InvalidDataException("A case that is to be erased is not there.");
}
