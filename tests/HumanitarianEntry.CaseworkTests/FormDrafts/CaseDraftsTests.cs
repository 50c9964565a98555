using System.Text;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.FormDrafts;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.FormDrafts;

public sealed class CaseDraftsTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Guid Anna = new("11111111-0000-0000-0000-000000000001");
    private static readonly Guid Boris = new("11111111-0000-0000-0000-000000000002");

    [Theory, EveryDatabase]
    public async Task Keep_SameFormAgain_ReplacesItAndLeavesTheColleaguesAlone(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var (drafts, row) = (Drafts(store), await store.NewCaseAsync());
        await drafts.KeepAsync(row.Id, Anna, Forms(("answers/A1/x", "один"), ("answers/B1/x", "b")), None);
        await drafts.KeepAsync(row.Id, Boris, Forms(("answers/A1/x", "other")), None);
        await drafts.KeepAsync(row.Id, Anna, Forms(("answers/A1/x", "один дома")), None);

        Assert.Equal(["answers/A1/x:other", "answers/A1/x:один дома", "answers/B1/x:b"], await TextsAsync(drafts, row.Id, "answers/"));
        Assert.Empty(await TextsAsync(drafts, row.Id, "statement/"));
        Assert.Empty(await TextsAsync(drafts, (await store.NewCaseAsync()).Id, "answers/"));

        await drafts.DropAsync(row.Id, Boris, ["answers/B1/x", "answers/A1/x"], None);
        Assert.Equal(["answers/A1/x:один дома", "answers/B1/x:b"], await TextsAsync(drafts, row.Id, "answers/"));
    }

    [Theory, EveryDatabase]
    public async Task Keep_SameFormManyTimesAtOnce_KeepsOneWhole(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var (drafts, row) = (Drafts(store), await store.NewCaseAsync());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => drafts.KeepAsync(row.Id, Anna, Forms(("answers/A1/x", $"text {i}")), None))));
        Assert.StartsWith("answers/A1/x:text ", Assert.Single(await TextsAsync(drafts, row.Id, "answers/")), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Draft_InTheDatabase_IsSealedAndDiesWithTheKeys(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        var (drafts, row) = (Drafts(store), await store.NewCaseAsync());
        await drafts.KeepAsync(row.Id, Anna, Forms(("answers/A1/x", "тайна")), None);
        await using var db = store.Cases.CreateDbContext();
        var stored = await db.FormDrafts.AsNoTracking().SingleAsync(None);
        Assert.DoesNotContain("тайна", Encoding.UTF8.GetString(stored.Sealed), StringComparison.Ordinal);

        await store.Sealer.DestroyKeysAsync(row.Id, None);
        await Assert.ThrowsAsync<CaseErasedException>(() => drafts.OfAsync(row.Id, "answers/", None));
        await Assert.ThrowsAsync<CaseErasedException>(() => drafts.KeepAsync(row.Id, Anna, Forms(("answers/A1/x", "again")), None));
    }

    [Fact]
    public async Task Keep_TooLarge_IsRefusedWhole()
    {
        await using var store = await TestStore.OpenAsync();
        var (drafts, row) = (Drafts(store), await store.NewCaseAsync());
        await Assert.ThrowsAsync<ArgumentException>(() => drafts.KeepAsync(row.Id, Anna, new Dictionary<string, byte[]> { ["a"] = [1], ["b"] = new byte[CaseDrafts.MaxBytes + 1] }, None));
        Assert.Empty(await drafts.OfAsync(row.Id, string.Empty, None));
    }

    private static CaseDrafts Drafts(TestStore store) => new(store.Cases, store.Sealer, TimeProvider.System);

    private static Dictionary<string, byte[]> Forms(params (string Form, string Text)[] forms) => forms.ToDictionary(f => f.Form, f => Encoding.UTF8.GetBytes(f.Text), StringComparer.Ordinal);

    private static async Task<IEnumerable<string>> TextsAsync(CaseDrafts drafts, Guid caseId, string from) =>
        (await drafts.OfAsync(caseId, from, None)).Select(d => $"{d.Form}:{Encoding.UTF8.GetString(d.Plain)}").Order(StringComparer.Ordinal);
}
