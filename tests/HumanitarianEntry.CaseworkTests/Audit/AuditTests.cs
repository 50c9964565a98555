using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Audit;

public sealed class AuditTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EveryDatabase]
    public async Task VerifyCase_EntriesWithOffsetsAndTicks_IsWholeOnEveryDatabase(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var row = await WithEntriesAsync(store, 5);

        Assert.Null(await store.Verifier.VerifyCaseAsync(row.Id, None));
        Assert.Empty(await store.Verifier.VerifyAllAsync(progress: null, None).ToListAsync(None));
        using var keys = await store.Sealer.OpenAsync(row.Id, None);
        await using var db = store.Cases.CreateDbContext();
        var last = await db.AuditEntries.SingleAsync(e => e.CaseId == row.Id && e.Sequence == 5, None);
        Assert.Equal("because 5"u8, AuditTrail.OpenDetails(keys, last)!);
    }

    [Theory, EveryDatabase]
    public async Task VerifyCase_KeysDestroyed_StillVerifies(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var row = await WithEntriesAsync(store, 3);

        await store.Sealer.DestroyKeysAsync(row.Id, None);

        Assert.Null(await store.Verifier.VerifyCaseAsync(row.Id, None));
    }

    [Theory]
    [InlineData("UPDATE \"AuditEntries\" SET \"Outcome\" = 'clear' WHERE \"Sequence\" = 3", 3, "changed")]
    [InlineData("UPDATE \"AuditEntries\" SET \"Outcome\" = NULL WHERE \"Sequence\" = 3", 3, "changed")]
    [InlineData("UPDATE \"AuditEntries\" SET \"At\" = \"At\" + 1 WHERE \"Sequence\" = 2", 2, "changed")]
    [InlineData("UPDATE \"AuditEntries\" SET \"SealedDetails\" = x'00' WHERE \"Sequence\" = 4", 4, "changed")]
    [InlineData("UPDATE \"AuditEntries\" SET \"PreviousHash\" = x'00' WHERE \"Sequence\" = 4", 4, "follow")]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 2", 2, "missing")]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 5", 5, "end")]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 5; UPDATE \"Cases\" SET \"AuditSequence\" = 4, \"AuditHash\" = (SELECT \"Hash\" FROM \"AuditEntries\" WHERE \"Sequence\" = 4)", 4, "head")]
    [InlineData("DELETE FROM \"AuditEntries\"", 1, "end")]
    public async Task VerifyCase_SomebodyWithTheDatabaseChangedIt_NamesTheFirstBrokenEntry(string crime, long sequence, string reason)
    {
        await using var store = await TestStore.OpenAsync();
        var row = await WithEntriesAsync(store, 5);
        await using var db = store.Cases.CreateDbContext();
        await db.Database.ExecuteSqlAsync($"DROP TRIGGER \"TR_AuditEntries_AppendOnly_UPDATE\"; DROP TRIGGER \"TR_AuditEntries_AppendOnly_DELETE\"", None);
        await db.Database.ExecuteSqlAsync(System.Runtime.CompilerServices.FormattableStringFactory.Create(crime), None);

        var fault = await store.Verifier.VerifyCaseAsync(row.Id, None);
        var broken = await store.Verifier.VerifyAllAsync(progress: null, None).ToListAsync(None);

        Assert.Equal(sequence, fault!.Sequence);
        Assert.Contains(reason, fault.Reason.ToString(), StringComparison.Ordinal);
        Assert.Equal(row.Reference, Assert.Single(broken).Reference);
    }

    [Fact]
    public void Hash_FieldsShiftedBetweenEachOther_DifferInHash()
    {
        var entry = new AuditEntry { CaseId = Guid.Empty, Sequence = 1, At = DateTimeOffset.UnixEpoch, ActorId = Guid.Empty, Role = "ab", ActKind = "c" };
        AuditEntry[] others =
        [
            entry with { Role = "a", ActKind = "bc" },
            entry with { Gate = string.Empty },
            entry with { Gate = "x" },
            entry with { Outcome = "x" },
            entry with { SealedDetails = [] },
            entry with { SealedDetails = [0] },
            entry with { Sequence = 2 },
            entry with { At = DateTimeOffset.UnixEpoch.AddMicroseconds(1) },
        ];

        var hashes = others.Append(entry).Select(e => Convert.ToHexString(AuditChain.Hash(e, []))).Append(Convert.ToHexString(AuditChain.Hash(entry, [0]))).ToList();

        Assert.Equal(hashes.Count, hashes.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, EveryDatabase]
    public async Task WriteReads_ManyReadersAndTwoNodes_MakeOneWholeChainADay(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var row = await store.NewCaseAsync();
        await using var node = await store.SecondNodeAsync();
        var midnight = new DateTimeOffset(2026, 5, 2, 0, 0, 0, TimeSpan.Zero);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => (i % 2 == 0 ? store : node).ReadLog.WriteAsync([Read(row, midnight.AddTicks(-7)), Read(row, midnight.AddTicks(7))], None))));

        await using var db = store.Cases.CreateDbContext();
        Assert.Equal(80, await db.ReadLog.CountAsync(None));
        Assert.Equal(40, await db.ReadLog.Where(r => r.Day == 20260501).MaxAsync(r => r.Sequence, None));
        Assert.Null(await store.Verifier.VerifyReadsAsync(20260501, None));
        Assert.Null(await store.Verifier.VerifyReadsAsync(20260502, None));
        Assert.Equal(0, (await db.Cases.SingleAsync(c => c.Id == row.Id, None)).ConcurrencyVersion);
    }

    [Fact]
    public async Task WriteReads_UnknownCase_ThrowsSoThatNothingIsShown()
    {
        await using var store = await TestStore.OpenAsync();

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => store.ReadLog.WriteAsync([Read(TestStore.MakeCase(), DateTimeOffset.UnixEpoch)], None));
        var row = await store.NewCaseAsync();
        await store.ReadLog.WriteAsync([Read(row, DateTimeOffset.UnixEpoch)], None);
    }

    private static ReadEntry Read(CaseRow row, DateTimeOffset at) => new() { At = at, ActorId = Ids.New(), CaseId = row.Id, Compartment = "identity", Purpose = "vetting" };

    private static async Task<CaseRow> WithEntriesAsync(TestStore store, int count)
    {
        var row = await store.NewCaseAsync();
        using var keys = await store.Sealer.OpenAsync(row.Id, None);
        for (var i = 1; i <= count; i++)
        {
            await using var db = store.Cases.CreateDbContext();
            var tracked = await db.Cases.SingleAsync(c => c.Id == row.Id, None);
            store.Trail.Append(db, tracked, keys, new AuditNote
            {
                At = new DateTimeOffset(2026, 4, 1, 10, 0, i, TimeSpan.FromHours(3)).AddTicks(1_234_567), ActorId = Ids.New(), Role = "vetter", ActKind = "decide", Gate = "vetting",
                Outcome = i % 2 == 0 ? null : "unresolved", Details = System.Text.Encoding.UTF8.GetBytes($"because {i}"),
            });
            await db.SaveChangesAsync(None);
        }

        return row;
    }
}
