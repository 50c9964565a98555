using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Custody;

/// <summary>The seal of a day is stamped by a real authority on loopback; a stamp of others, or of other bytes, is not believed.</summary>
public sealed class TimeStampTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Run_AuthorityAnswers_StampIsKeptAndVerifies()
    {
        Assert.SkipUnless(StampAuthority.IsInstalled, "openssl is not installed.");
        await using var authority = await StampAuthority.StartAsync();
        var clock = new MovedClock();
        await using var store = await SealedAsync(clock);
        var stamps = Stamps(store, authority.Address, authority.Roots);

        authority.Answer = "no stamp"u8.ToArray();
        Assert.Equal(0, await stamps.RunAsync(None));
        authority.Answer = null;
        Assert.Equal(1, await stamps.RunAsync(None));
        Assert.Equal(0, await stamps.RunAsync(None));

        var verified = Assert.Single(await Verifier(store, stamps).VerifyAsync(None));
        Assert.Null(verified.Fault);
        Assert.True((verified.StampedAt!.Value - TimeProvider.System.GetUtcNow()).Duration() < TimeSpan.FromMinutes(5));
        Assert.Single(Directory.GetFiles(Path.Combine(store.Folder, "day-seals"), "*.tsr"));
    }

    [Fact]
    public async Task Run_AuthorityOfSomebodyElse_IsNotBelieved()
    {
        Assert.SkipUnless(StampAuthority.IsInstalled, "openssl is not installed.");
        await using var trusted = await StampAuthority.StartAsync();
        await using var other = await StampAuthority.StartAsync();
        await using var store = await SealedAsync(new MovedClock());

        Assert.Equal(0, await Stamps(store, other.Address, trusted.Roots).RunAsync(None));
        Assert.Equal(1, await Stamps(store, other.Address, other.Roots).RunAsync(None));
        Assert.Contains("time stamp", Assert.Single(await Verifier(store, Stamps(store, trusted.Address, trusted.Roots)).VerifyAsync(None)).Fault!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TimeOf_OtherBytes_IsNone()
    {
        Assert.SkipUnless(StampAuthority.IsInstalled, "openssl is not installed.");
        await using var authority = await StampAuthority.StartAsync();
        await using var store = await SealedAsync(new MovedClock());
        var stamps = Stamps(store, authority.Address, authority.Roots);
        Assert.Equal(1, await stamps.RunAsync(None));
        await using var db = store.Cases.CreateDbContext();
        var row = Assert.Single(db.DaySeals);
        var root = DaySeal.Read(row.Json).RootBytes;

        Assert.NotNull(stamps.TimeOf(row.Stamp!, root));
        root[0] ^= 1;
        Assert.Null(stamps.TimeOf(row.Stamp!, root));
        Assert.Null(stamps.TimeOf([.. row.Stamp!, 0], DaySeal.Read(row.Json).RootBytes));
    }

    [Fact]
    public async Task Run_AuthorityAway_LeavesTheSealUnstamped()
    {
        await using var store = await SealedAsync(new MovedClock());
        Assert.Equal(0, await Stamps(store, new Uri("http://127.0.0.1:9/"), "/nowhere").RunAsync(None));
        Assert.Null(Assert.Single(await Verifier(store, Stamps(store, null, null)).VerifyAsync(None)).StampedAt);
    }

    [Fact]
    public void Demand_ServiceWithoutRoots_IsRefused() =>
        Assert.Throws<InvalidOperationException>(new CustodySettings { Folder = "x", StampService = new Uri("http://127.0.0.1:9/") }.Demand);

    private static async Task<TestStore> SealedAsync(MovedClock clock)
    {
        var store = await CaseworkStore.OpenAsync(more: s => s.AddSingleton<TimeProvider>(clock));
        await DemoCase.ConsentedAsync(store);
        clock.Ahead = TimeSpan.FromDays(1);
        Assert.NotNull(await store.Services.GetRequiredService<DaySealer>().RunAsync(None));
        return store;
    }

    private static TimeStamps Stamps(TestStore store, Uri? service, string? roots) =>
        new(store.Cases, new CustodySettings { Folder = Path.Combine(store.Folder, "day-seals"), StampService = service, StampRoots = roots }, store.Services.GetRequiredService<DaySealFolder>(), NullLogger<TimeStamps>.Instance);

    private static DaySealVerifier Verifier(TestStore store, TimeStamps stamps) =>
        new(store.Cases, store.Services.GetRequiredService<SealKeys>(), store.Services.GetRequiredService<DaySealFolder>(), stamps);
}
