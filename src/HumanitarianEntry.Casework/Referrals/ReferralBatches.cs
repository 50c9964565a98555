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
public sealed record BatchTaken(IReadOnlyList<(string Number, string Reference)> Opened, IReadOnlyList<string> Known, IReadOnlyList<ReferralComplaint> Complaints);

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

    /// <summary>Takes on everybody of a kept table whose line is right. Goes on to its end once it has begun.</summary>
    /// <returns>Null when there is no such table of this person any more.</returns>
    public async Task<BatchTaken?> TakeAsync(Actor actor, string organisation, string programme, string name)
    {
        if (await FileAsync(actor.Id, name) is not { } file)
        {
            return null;
        }

        using var content = new MemoryStream(file);
        var table = ReferralTable.Read(content);
        var (opened, known, complaints) = (new List<(string, string)>(), new List<string>(), new List<ReferralComplaint>(table.Complaints));
        foreach (var person in table.People)
        {
            var request = new ActRequest { Actor = actor, Act = person.Act, Key = KeyOf(organisation, programme, person), ProgrammeId = programme, OwningOrg = organisation };
            switch (await acts.RunAsync(request, CancellationToken.None))
            {
                case ActResult.Done { IsRepeat: false } done:
                    opened.Add((person.Number, done.Reference));
                    break;
                case ActResult.Done:
                    known.Add(person.Number);
                    break;
                case ActResult.Refused { Blockers: [{ Code: ActRunner.KeyUsedBefore }] }:
                    // The same line came from a colleague.
                    known.Add(person.Number);
                    break;
                case ActResult.Refused refused:
                    complaints.Add(new ReferralComplaint(person.Line, string.Join(" ", refused.Blockers.Select(b => b.Message))));
                    break;
                default:
                    complaints.Add(new ReferralComplaint(person.Line, "The database was busy: take the table again, nobody is taken on twice."));
                    break;
            }
        }

        if (!complaints.Exists(c => !table.Complaints.Contains(c)))
        {
            await DropAsync(actor.Id, name);
        }

        return new BatchTaken(opened, known, [.. complaints.OrderBy(c => c.Line)]);
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
