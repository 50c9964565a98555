using System.Text;
using System.Text.Json;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Assignments;

/// <summary>Units and towns that people of the staff named, sealed like their names: they tell where somebody comes from.</summary>
public sealed class StaffTiesStore(CaseDatabase cases, InstallationSealer sealer)
{
    public async Task<StaffTies> OfAsync(Guid staffId, CancellationToken cancellationToken) => (await AllAsync([staffId], cancellationToken)).GetValueOrDefault(staffId, StaffTies.None);

    /// <summary>Ties of those who named any.</summary>
    public async Task<IReadOnlyDictionary<Guid, StaffTies>> AllAsync(IReadOnlyCollection<Guid> staff, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.DeskSettings.AsNoTracking().Where(d => staff.Contains(d.StaffId) && d.SealedTies != null).ToListAsync(cancellationToken);
        return rows.ToDictionary(r => r.StaffId, r => JsonSerializer.Deserialize<StaffTies>(sealer.Open(Context(r.StaffId), r.SealedTies!), DomainJson.Options) ?? StaffTies.None);
    }

    public async Task KeepAsync(Guid staffId, StaffTies ties, CancellationToken cancellationToken)
    {
        var sealedTies = sealer.Seal(Context(staffId), Encoding.UTF8.GetBytes(JsonSerializer.Serialize(ties, DomainJson.Options)));
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        if (await db.DeskSettings.SingleOrDefaultAsync(d => d.StaffId == staffId, cancellationToken) is { } setting)
        {
            setting.SealedTies = sealedTies;
        }
        else
        {
            db.DeskSettings.Add(new DeskSettingRow { StaffId = staffId, SealedTies = sealedTies });
        }

        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    private static string Context(Guid staffId) => $"staff {staffId:N} ties";
}
