using System.Runtime.CompilerServices;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Audit;

/// <summary>The chain of account changes: whole on every database, and whoever changes it behind our back is named.</summary>
public sealed class AccountTrailTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EveryDatabase]
    public async Task VerifyAccounts_WrittenByTheTrail_IsWholeAndDetailsOpen(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        Assert.Null(await store.Verifier.VerifyAccountsAsync(None));
        await WriteAsync(store, 3);

        Assert.Null(await store.Verifier.VerifyAccountsAsync(None));
        await using var db = store.Cases.CreateDbContext();
        var second = await db.AccountAudit.SingleAsync(e => e.Sequence == 2, None);
        Assert.Equal("roles 2", store.Services.GetRequiredService<AccountTrail>().DetailsOf(second));
        Assert.DoesNotContain("roles"u8.ToArray(), second.SealedDetails!.AsEnumerable().Chunk(5));
    }

    [Theory]
    [InlineData("UPDATE \"AccountAudit\" SET \"Kind\" = 'account-locked' WHERE \"Sequence\" = 2", 2, "changed")]
    [InlineData("UPDATE \"AccountAudit\" SET \"SealedDetails\" = NULL WHERE \"Sequence\" = 2", 2, "changed")]
    [InlineData("DELETE FROM \"AccountAudit\" WHERE \"Sequence\" = 2", 2, "missing")]
    [InlineData("DELETE FROM \"AccountAudit\" WHERE \"Sequence\" = 3", 3, "end")]
    [InlineData("DELETE FROM \"AccountAudit\" WHERE \"Sequence\" = 3; UPDATE \"AccountAuditHeads\" SET \"Sequence\" = 2, \"Hash\" = (SELECT \"Hash\" FROM \"AccountAudit\" WHERE \"Sequence\" = 2)", 2, "head")]
    [InlineData("DELETE FROM \"AccountAudit\"; DELETE FROM \"AccountAuditHeads\"", 1, "no chain")]
    public async Task VerifyAccounts_SomebodyWithTheDatabaseChangedIt_NamesTheFirstBrokenEntry(string crime, long sequence, string reason)
    {
        await using var store = await TestStore.OpenAsync();
        await WriteAsync(store, 3);
        await using var db = store.Cases.CreateDbContext();
        db.Users.Add(new StaffAccount { Id = Ids.New(), UserName = "demo", OrganisationId = "demo-org" });
        await db.SaveChangesAsync(None);
        await db.Database.ExecuteSqlAsync($"DROP TRIGGER \"TR_AccountAudit_AppendOnly_UPDATE\"; DROP TRIGGER \"TR_AccountAudit_AppendOnly_DELETE\"", None);
        await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(crime), None);

        var fault = await store.Verifier.VerifyAccountsAsync(None);

        Assert.Equal(sequence, fault!.Sequence);
        Assert.Contains(reason, fault.Reason.ToString(), StringComparison.Ordinal);
    }

    private static async Task WriteAsync(TestStore store, int count)
    {
        var trail = store.Services.GetRequiredService<AccountTrail>();
        for (var i = 1; i <= count; i++)
        {
            await using var db = store.Cases.CreateDbContext();
            await using var write = await db.BeginWriteAsync(None);
            await trail.AppendAsync(db, new AccountNote(Ids.New(), Ids.New(), AccountKinds.RolesChanged, $"roles {i}"), None);
            await db.SaveChangesAsync(None);
            await write.CommitAsync(None);
        }
    }
}
