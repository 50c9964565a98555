using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Referrals;

/// <summary>What became of a table.</summary>
/// <param name="Opened">References of the cases that were opened now, by the referrer's number.</param>
/// <param name="Known">Numbers that were taken on before, by this table or an earlier one with the same line.</param>
/// <param name="Left">Lines that the time did not reach: the table is kept, and taking it again goes on.</param>
public sealed record BatchTaken(IReadOnlyList<(string Number, string Reference)> Opened, IReadOnlyList<string> Known, IReadOnlyList<ReferralComplaint> Complaints, int Left);

/// <summary>
/// Takes on many people at once: looked through first, then taken. A table is kept sealed between the two, and every line has a key of its own made from what it says: sent twice, or again after
/// a crash in the middle, nobody is taken on twice.
/// </summary>
public sealed class ReferralBatches(CaseDatabase cases, InstallationSealer sealer, ActRunner acts, TimeProvider time)
{
    /// <summary>A table that nobody took within this time is thrown away.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    private const string Prefix = "referrals/";

    /// <summary>Keeps a table that was looked through.</summary>
    /// <returns>Its name for <see cref="TakeAsync"/>.</returns>
    public async Task<string> KeepAsync(Guid owner, byte[] file, CancellationToken cancellationToken)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(file));
        var now = time.GetUtcNow().Stored();
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var old = now - Kept;
        await db.FormDrafts.Where(d => d.CaseId == null && d.Key.StartsWith(Prefix) && (d.At < old || (d.OwnerId == owner && d.Key == Prefix + name))).ExecuteDeleteAsync(cancellationToken);
        db.FormDrafts.Add(new FormDraftRow { Key = Prefix + name, OwnerId = owner, Sealed = sealer.Seal(Context(owner, name), file), At = now });
        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return name;
    }

    /// <summary>Takes on everybody of a kept table whose line is right, as far as the patience reaches.</summary>
    /// <returns>Null when there is no such table of this person any more.</returns>
    public async Task<BatchTaken?> TakeAsync(Actor actor, string organisation, string programme, string name, TimeSpan patience)
    {
        if (await FileAsync(actor.Id, name) is not { } file)
        {
            return null;
        }

        using var content = new MemoryStream(file);
        var table = ReferralTable.Read(content);
        var keyed = table.People.Select(p => (Person: p, Key: KeyOf(organisation, programme, p))).ToList();
        var before = await KnownAsync([.. keyed.Select(k => k.Key)]);
        var (opened, complaints) = (new List<(string, string)>(), new List<ReferralComplaint>(table.Complaints));
        var known = keyed.Where(k => before.Contains(k.Key)).Select(k => k.Person.Number).ToList();
        var open = new Queue<(ReferredPerson Person, string Key)>(keyed.Where(k => !before.Contains(k.Key)));
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < patience && open.TryDequeue(out var next))
        {
            var request = new ActRequest { Actor = actor, Act = next.Person.Act, Key = next.Key, ProgrammeId = programme, OwningOrg = organisation };
            switch (await acts.RunAsync(request, CancellationToken.None))
            {
                case ActResult.Done { IsRepeat: false } done:
                    opened.Add((next.Person.Number, done.Reference));
                    break;
                case ActResult.Done:
                case ActResult.Refused { Blockers: [{ Code: ActRunner.KeyUsedBefore }] }:
                    // The same line came from a second window or a colleague in this moment.
                    known.Add(next.Person.Number);
                    break;
                case ActResult.Refused refused:
                    complaints.Add(new ReferralComplaint(next.Person.Line, [.. refused.Blockers.Select(b => b.Message)]));
                    break;
                default:
                    complaints.Add(new ReferralComplaint(next.Person.Line, [Sentence.Of("The database was busy: choose the file again, nobody is taken on twice.")]));
                    break;
            }
        }

        if (open.Count == 0)
        {
            await DropAsync(actor.Id, name);
        }

        return new BatchTaken(opened, known, [.. complaints.OrderBy(c => c.Line)], open.Count);
    }

    private async Task<HashSet<string>> KnownAsync(List<string> keys)
    {
        const int AtOnce = 500;
        await using var db = cases.CreateDbContext();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in keys.Chunk(AtOnce))
        {
            known.UnionWith(await db.Acts.AsNoTracking().Where(a => some.Contains(a.Key)).Select(a => a.Key).ToListAsync());
        }

        return known;
    }

    private async Task<byte[]?> FileAsync(Guid owner, string name)
    {
        await using var db = cases.CreateDbContext();
        return await db.FormDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.OwnerId == owner && d.Key == Prefix + name) is { } row ? sealer.Open(Context(owner, name), row.Sealed) : null;
    }

    private async Task DropAsync(Guid owner, string name)
    {
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(CancellationToken.None);
        await db.FormDrafts.Where(d => d.OwnerId == owner && d.Key == Prefix + name).ExecuteDeleteAsync();
        await write.CommitAsync(CancellationToken.None);
    }

    private static string KeyOf(string organisation, string programme, ReferredPerson person) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new object[] { "referral", organisation, programme, person.Number, ActCatalogue.Write(person.Act) }, DomainJson.Options))))[..32];

    private static string Context(Guid owner, string name) => $"FormDrafts {Prefix}{name} {owner:N}";
}
