using System.Text;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Sealing;

/// <summary>A dump of database and files without the master key shows nothing about anybody.</summary>
public sealed class DumpTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Seeded = ["Проверкин Иван", "DEMO-Anna Sample", "demo.anna@example.org", "+7 000 111-22-33", "повестка-DEMO.pdf", "Teststreet 5 DEMO"];

    [Theory, EveryDatabase]
    public async Task Dump_DatabaseAndFiles_ContainNoSeededWord(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var code = await SeedAsync(store);
        var words = Seeded.Append(code.ToDisplay()).Append(code.ToDisplay().Replace(" ", string.Empty, StringComparison.Ordinal)).ToList();
        var dump = await RowsAsync(store);
        dump.AddRange(Dump.Folder(store.Folder));

        Assert.True(dump.Sum(d => d.LongLength) > 100_000, "The dump is too small to be one.");
        Assert.Contains(dump, d => d.AsSpan().IndexOf("fr-ple-kz"u8) >= 0);
        foreach (var word in words)
        {
            Assert.DoesNotContain(dump, d => d.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0 || d.AsSpan().IndexOf(Encoding.Unicode.GetBytes(word)) >= 0);
        }
    }

    private static async Task<ApplicantCode> SeedAsync(TestStore store)
    {
        var row = await store.NewCaseAsync();
        var text = string.Join('\n', Seeded);
        using var keys = await store.Sealer.OpenAsync(row.Id, None);
        await using var db = store.Cases.CreateDbContext();
        db.Attach(row);
        foreach (var compartment in SealedScopes.Compartments)
        {
            CompartmentStore.Add(db, keys, compartment, 1, Encoding.UTF8.GetBytes(text), Ids.New(), row.OpenedAt);
        }

        store.Trail.Append(db, row, keys, new AuditNote { At = row.OpenedAt, ActorId = Ids.New(), Role = "screener", ActKind = "demo", Details = Encoding.UTF8.GetBytes(text) });
        var account = new StaffAccount { Id = Ids.New(), UserName = "screener-1", NormalizedUserName = "SCREENER-1", OrganisationId = "demo-org" };
        store.Names.SetDisplayName(account, Seeded[1]);
        store.Names.SetMail(account, Seeded[2]);
        db.Users.Add(account);
        var hashes = store.Services.GetRequiredService<LookupHashes>();
        db.DuplicateHashes.Add(new DuplicateHashRow { CaseId = row.Id, Kind = "phone", Hash = hashes.Hash("phone", Seeded[3]) });
        var code = ApplicantCode.Generate();
        db.ApplicantAccesses.Add(new ApplicantAccessRow { Id = Ids.New(), CaseId = row.Id, CodeHash = store.Codes.Hash(row.Id, code), SecretHash = store.Codes.HashSecret(row.Id, Seeded[0]), IssuedAt = row.OpenedAt });
        var body = string.Concat(Enumerable.Repeat(text, 1000));
        var file = await store.Files.WriteAsync(keys, new MemoryStream(Encoding.UTF8.GetBytes(body)), 10_000_000, None);
        var id = Ids.New();
        db.StoredFiles.Add(new StoredFileRow { Id = id, CaseId = row.Id, KeyedAddress = file.Address, Size = file.Size, SealedMeta = keys.Seal(SealedScopes.Files, $"file {id:N}", Encoding.UTF8.GetBytes(Seeded[4])), ReceivedAt = row.OpenedAt, State = "received" });
        db.FormDrafts.Add(new FormDraftRow { Key = "statement", OwnerId = account.Id, CaseId = row.Id, Sealed = keys.Seal(SealedScopes.Drafts, "statement", Encoding.UTF8.GetBytes(text)), At = row.OpenedAt });
        await db.SaveChangesAsync(None);
        return code;
    }

    // On a server the pages are not at hand; every column of every row is.
    private static async Task<List<byte[]>> RowsAsync(TestStore store)
    {
        var dump = new List<byte[]>();
        await using var db = store.Cases.CreateDbContext();
        foreach (var table in db.Model.GetEntityTypes().Where(e => !e.IsOwned()).Select(e => e.GetTableName()!).Distinct(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // table names of our own model
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await db.Database.OpenConnectionAsync(None);
            await using var reader = await command.ExecuteReaderAsync(None);
            while (await reader.ReadAsync(None))
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    dump.Add(reader.GetValue(i) is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty));
                }
            }
        }

        return dump;
    }
}
