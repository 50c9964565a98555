using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.Names;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static HumanitarianEntry.CaseworkTests.Screening.DemoCase;

namespace HumanitarianEntry.CaseworkTests.Screening;

/// <summary>What a vetter sees of a hit is worked out again from what is kept with it.</summary>
public sealed class HitComparisonTests
{
    [Fact]
    public async Task Hit_WorkedOutAgain_GivesTheKeptPointsWordsAndSpellings()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var file = await ScreenedAsync(store);
        var hit = file.Vetting.LatestRun!.Value.Hits.Single(h => h.EntryId == "s1");

        var compared = HitComparison.Of(file, hit);

        Assert.True(compared.WorkedOutAgain);
        Assert.Equal(("Щуренков", "SHCHURENKOV"), compared.Words.Single(w => w.Role == EvidenceKind.FamilyName) is var family ? (family.Applicant, family.Listed) : default);
        Assert.Contains(compared.Words, w => w is { Applicant: "Юрьевич", Listed: null });
        var spelling = compared.Spellings.Single(s => s.Word == "Щуренков");
        Assert.Equal((RomanisationEpoch.Icao9303, "SHCHURENKOV", 4), (spelling.By, spelling.Listed, spelling.Spellings.Count));
        Assert.Equal(["RU"], compared.Entry!.Nationalities);
    }

    [Fact]
    public async Task Hit_WhatWouldChangeIt_GoesTheWayTheFactPoints()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var file = await ScreenedAsync(store);
        var hit = file.Vetting.LatestRun!.Value.Hits.Single(h => h.EntryId == "s1");

        var others = HitComparison.Of(file, hit).Others.ToDictionary(o => o.If.ToString(), o => o, StringComparer.Ordinal);

        Assert.True(others["the list gave another patronymic"].Score < (decimal)hit.Score);
        Assert.True(others["the birth years were 10 apart"].Score < (decimal)hit.Score);
        Assert.True(others["the list gave no birth date"].Score < (decimal)hit.Score);
        Assert.All(others.Values, o => Assert.NotEqual((decimal)hit.Score, o.Score));
        Assert.DoesNotContain("the list gave another patronymic", HitComparison.Of(file, file.Vetting.LatestRun!.Value.Hits.Single(h => h.EntryId == "w1")).Others.Select(o => o.If.ToString()));
    }

    [Fact]
    public async Task Hit_AfterTheNamesChangedOrWithoutItsEntry_SaysSo()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var file = await ScreenedAsync(store);
        var hit = file.Vetting.LatestRun!.Value.Hits.Single(h => h.EntryId == "s1");
        var known = file.Identity.Names[0];
        var renamed = file with { Identity = file.Identity with { Names = [known with { Value = known.Value with { Family = "Мокрогузов" } }] } };

        Assert.False(HitComparison.Of(renamed, hit).WorkedOutAgain);
        Assert.Null(HitComparison.Of(file, hit with { Entry = null }).WorkedOutAgain);
        Assert.Empty(HitComparison.Of(file, hit with { Entry = null }).Words);
        Assert.Throws<InvalidDataException>(() => HitComparison.Of(file, hit with { Entry = "{" }));
    }

    private static async Task<CaseFile> ScreenedAsync(TestStore store)
    {
        await store.LoadBothAsync();
        var demo = await ConsentedAsync(store);
        await demo.DoAsync(Screener, new RecordName(NameKind.Birth, Script.Cyrillic) { Family = "Щуренков", Given = "Артём", Patronymic = "Юрьевич" });
        await demo.DoAsync(Screener, new RecordBirth(PartialDate.Parse("1998-03-14"), Sex.M, ["RU"]));
        await demo.DoAsync(Vetter, new RequestScreening());
        await store.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);
        return await demo.FileAsync();
    }
}
