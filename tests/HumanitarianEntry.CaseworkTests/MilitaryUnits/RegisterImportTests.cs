using System.Text;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Screening.Lists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.MilitaryUnits;

public sealed class RegisterImportTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EveryDatabase]
    public async Task Import_SecondVersion_ReplacesTheFirstAndTellsTheDifferenceByField(DatabaseProvider provider)
    {
        await using var store = await CaseworkStore.OpenAsync(provider);
        Assert.Equal((RegisterOutcome.InForce, 5), await store.ImportAsync(RegisterKind.Units, Registers.Units) is var first ? (first.Outcome, first.Count(EntryChange.Added)) : default);

        var changed = Registers.Units.Replace("Demovka", "Demosk", StringComparison.Ordinal).Replace("n2,00118,418-й мотострелковый батальон", "n3,00119,419-й мотострелковый батальон", StringComparison.Ordinal);
        var dry = await store.ImportAsync(RegisterKind.Units, changed, "2", dryRun: true);
        var report = await store.ImportAsync(RegisterKind.Units, changed, "2");

        Assert.Equal((RegisterOutcome.Checked, RegisterOutcome.InForce, "1"), (dry.Outcome, report.Outcome, report.VersionBefore));
        Assert.Equal([("n1", EntryChange.Modified), ("n2", EntryChange.Deleted), ("n3", EntryChange.Added)], report.Changes.Select(c => (c.Key, c.Change)));
        Assert.Equal(new FieldChange("garrison", "Demovka", "Demosk"), Assert.Single(report.Changes[0].Fields));
        await using var db = store.Cases.CreateDbContext();
        var row = await db.MilitaryRegisters.SingleAsync(r => r.Active, None);
        Assert.Equal(("2", "DEMO publisher", 5, DemoCase.Coordinator.Id), (row.Version, row.Publisher, row.EntryCount, row.LoadedBy));
        Assert.True(row.SealedEntries.AsSpan().IndexOf("Demosk"u8) < 0 && row.SealedFile.AsSpan().IndexOf("Demosk"u8) < 0);
        Assert.NotNull((await store.Services.GetRequiredService<RegisterLibrary>().CurrentAsync(db, None)).Tree["n3"]);
    }

    [Fact]
    public async Task Import_FaultyKnownOlderOrEmpty_IsRefusedAndNothingIsStored()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.ImportAsync(RegisterKind.Units, Registers.Units, day: 2);

        foreach (var (csv, version, day) in new[]
        {
            (Registers.Units + "\nx,1,,,,,,,\n", "2", 2), (Registers.Units, "1", 2), (Registers.Units, "2", 1), ("key,number,names_ru,names_en\n", "2", 2), ("no,such,columns\n1,2,3\n", "2", 2), ("", "2", 2),
        })
        {
            var report = await store.ImportAsync(RegisterKind.Units, csv, version, day: day);
            Assert.Equal(RegisterOutcome.Refused, report.Outcome);
            Assert.NotEmpty(report.Reasons);
        }

        await using var db = store.Cases.CreateDbContext();
        Assert.Equal(["1"], await db.MilitaryRegisters.Select(r => r.Version).ToListAsync(None));
    }

    [Theory, EveryDatabase]
    public async Task Import_KilledInTheMiddle_LeavesTheOldVersionWhole(DatabaseProvider provider)
    {
        var clock = new BreakingClock();
        await using var store = await CaseworkStore.OpenAsync(provider, parts => parts.AddSingleton<TimeProvider>(clock));
        await store.LoadRegistersAsync();

        // After the old version was put out of force and before the commit.
        clock.BreaksIn = 2;
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.ImportAsync(RegisterKind.Units, Registers.Units.Replace("Demovka", "Demosk", StringComparison.Ordinal), "2"));

        await using var db = store.Cases.CreateDbContext();
        Assert.Equal([("incidents", "1", true), ("units", "1", true)], (await db.MilitaryRegisters.OrderBy(r => r.Kind).ToListAsync(None)).Select(r => (r.Kind, r.Version, r.Active)));
        var registers = await new RegisterLibrary(store.Services.GetRequiredService<HumanitarianEntry.Casework.Sealing.InstallationSealer>()).CurrentAsync(db, None);
        Assert.Equal(("1", "Demovka", 4), (registers.UnitVersion, registers.Tree["n1"]!.Garrison, registers.Incidents.Count));
        clock.BreaksIn = 0;
        Assert.Equal(RegisterOutcome.InForce, (await store.ImportAsync(RegisterKind.Units, Registers.Units, "2")).Outcome);
    }

    [Fact]
    public async Task Intake_CheckedFile_HasNoEffectUntilItIsPutInForce()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var intake = store.Services.GetRequiredService<RegisterIntake>();
        var (none, refused) = await intake.CheckAsync(Encoding.UTF8.GetBytes(Registers.Units + "\nbad row\n"), Registers.Header(RegisterKind.Units), DemoCase.Coordinator.Id, None);
        Assert.Equal((null, RowErrorKind.WrongColumnCount), ((Guid?)none, Assert.Single(refused.Errors).Kind));

        var (id, _) = await intake.CheckAsync(Encoding.UTF8.GetBytes(Registers.Units), Registers.Header(RegisterKind.Units), DemoCase.Coordinator.Id, None);

        Assert.Empty(await intake.LoadedAsync(None));
        Assert.Equal(id, Assert.Single(await intake.WaitingAsync(None)).Id);
        Assert.Equal(RegisterOutcome.InForce, (await intake.ConfirmAsync(id!.Value, DemoCase.SecondCoordinator.Id, None))!.Outcome);
        Assert.Null(await intake.ConfirmAsync(id.Value, DemoCase.SecondCoordinator.Id, None));
        Assert.Equal((true, DemoCase.SecondCoordinator.Id), Assert.Single(await intake.LoadedAsync(None)) is var loaded ? (loaded.IsActive, loaded.LoadedBy) : default);
    }

    [Fact]
    public async Task Verb_DirtyThenCleanFile_SaysTheLineAndThenTakesIt()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var path = Path.Combine(Path.GetTempPath(), $"demo-register-{Ids.New():N}.csv");
        string[] Arguments(params string[] more) => [path, "--kind", "units", "--publisher", "DEMO", "--version", "1", "--date", "2026-03-01", .. more];
        await using var output = new StringWriter();
        await using var error = new StringWriter();

        await System.IO.File.WriteAllTextAsync(path, Registers.Units + "\nx,1,,,,,,,\n", None);
        Assert.Equal(1, await Casework.Verbs.ImportRegisterVerb.RunAsync(store.Services, Arguments(), output, error));
        Assert.Contains("line 7: unreadable-unit-number in column number", output.ToString(), StringComparison.Ordinal);
        await System.IO.File.WriteAllTextAsync(path, Registers.Units, None);
        Assert.Equal(0, await Casework.Verbs.ImportRegisterVerb.RunAsync(store.Services, Arguments("--dry-run"), output, error));
        Assert.Equal(0, await Casework.Verbs.ImportRegisterVerb.RunAsync(store.Services, Arguments(), output, error));
        Assert.Equal(2, await Casework.Verbs.ImportRegisterVerb.RunAsync(store.Services, [path, "--kind", "else", "--publisher", "D", "--version", "2", "--date", "2026-03-01"], output, error));
        await using var db = store.Cases.CreateDbContext();
        Assert.Equal(1, await db.MilitaryRegisters.CountAsync(None));
    }

    /// <summary>The clock of this machine, until it is told to break.</summary>
    private sealed class BreakingClock : TimeProvider
    {
        /// <summary>At which question it breaks; 0: never.</summary>
        public int BreaksIn { get; set; }

        public override DateTimeOffset GetUtcNow() => BreaksIn > 0 && --BreaksIn == 0 ? throw new InvalidOperationException("Killed (DEMO).") : base.GetUtcNow();
    }
}
