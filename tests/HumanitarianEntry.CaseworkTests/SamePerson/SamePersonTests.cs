using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Consistency;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.CaseworkTests.Acts;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.SamePerson;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.SamePerson;

/// <summary>One person in two cases is found whatever the spelling, without anything of one case being stored in the other.</summary>
public sealed class SamePersonTests
{
    [Theory, EveryDatabase]
    public async Task Find_OtherSpellingAndOtherOrderOfTheBirthDate_BothCasesLearnOfEachOther(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var (first, second) = (await KnownAsync(desk, "Щербаков", "Саша", Script.Cyrillic, "1999-03-04"), await KnownAsync(desk, "Shcherbakov", "Aleksandr", Script.Latin, "1999-04-03"));
        var third = await KnownAsync(desk, "Щербаков", "Дмитрий", Script.Cyrillic, "1999-03-04");
        await DrainAsync(desk);

        Assert.Equal((second, "NameAndBirthDate,NameAndBirthYear"), await AlikeAsync(desk, first));
        Assert.Equal((first, "NameAndBirthDate,NameAndBirthYear"), await AlikeAsync(desk, second));
        Assert.Empty(Likenesses.Open((await FileAsync(desk, third)).Contact));
        Assert.Equal([], await ConsistencyAsync(desk, first));

        await using var db = desk.Store.Cases.CreateDbContext();
        Assert.False(await db.InsideNotices.AnyAsync(n => n.CaseId == third && n.Outcome == NoteLikeness.Topic));
        Assert.Equal(2, await db.InsideNotices.Where(n => n.Outcome == NoteLikeness.Topic).Select(n => n.CaseId).Distinct().CountAsync());
    }

    [Theory, EveryDatabase]
    public async Task Find_SameTelephoneDialledInAnotherWay_IsFoundAtFirstContact(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var first = await OpenAsync(desk, ChannelKind.Phone, "+7 (700) 123-45-67");
        var second = await OpenAsync(desk, ChannelKind.Signal, "8 700 1234567");
        var other = await OpenAsync(desk, ChannelKind.Signal, "@8700");
        var byHand = await OpenAsync(desk, ChannelKind.ViaPerson, "+7 (700) 123-45-67");
        await DrainAsync(desk);
        Assert.Equal((second, "Address"), await AlikeAsync(desk, first));
        Assert.Equal((first, "Address"), await AlikeAsync(desk, second));
        Assert.Empty((await FileAsync(desk, other)).Contact.Likenesses);
        Assert.Empty((await FileAsync(desk, byHand)).Contact.Likenesses);
    }

    /// <summary>A value that is gone from the case leads nowhere any more; nothing readable is stored beside the case.</summary>
    [Fact]
    public async Task Hashes_FollowTheFactsAndTellNothing()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var caseId = await KnownAsync(desk, "Щербаков", "Саша", Script.Cyrillic, "1999-03-04");
        await using var db = desk.Store.Cases.CreateDbContext();
        var rows = await db.DuplicateHashes.AsNoTracking().Where(d => d.CaseId == caseId).ToListAsync();
        Assert.Equal(["address", "name-and-birth-date", "name-and-birth-year"], rows.Select(r => r.Kind).Distinct().Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(32, row.Hash.Length));

        // Nothing that is compared changed: no row is written, and nobody searches again.
        var searches = await db.Outbox.CountAsync(o => o.Kind == OutboxRows.FindLikenesses);
        await desk.RunAsync(caseId, desk.Intake, new Domain.Messages.SendMessage("DEMO"));
        Assert.Equal(searches, await db.Outbox.CountAsync(o => o.Kind == OutboxRows.FindLikenesses));
    }

    [Theory, EveryDatabase]
    public async Task Merge_ByTwoPeople_OneEndsAsDuplicateAndTheOtherGoesOn(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var (ending, going) = (await OpenAsync(desk, ChannelKind.Phone, "+77001234567"), await OpenAsync(desk, ChannelKind.Phone, "+77001234567"));
        await DrainAsync(desk);
        Assert.IsType<ActResult.Done>(await desk.RunAsync(ending, desk.Coordinator, new ClaimCase()));
        Assert.IsType<ActResult.Done>(await desk.RunAsync(going, desk.Stranger, new ClaimCase()));
        Assert.IsType<ActResult.Done>(await desk.RunAsync(ending, desk.Coordinator, new ProposeMerge(going, "He said so (DEMO).")));
        await DrainAsync(desk);

        Assert.IsType<ActResult.Done>(await desk.RunAsync(going, desk.Stranger, new AnswerMerge(ending, Agrees: true, "DEMO")));
        await DrainAsync(desk);

        Assert.Equal("duplicate", (await FileAsync(desk, ending)).DecisionOn(Gate.Closure)?.Outcome);
        Assert.False((await FileAsync(desk, going)).Position.Finished);
        Assert.Equal([], await ConsistencyAsync(desk, ending));
        Assert.Equal([], await ConsistencyAsync(desk, going));

        // A worker that is asked again, as after a crash, changes nothing.
        await using var db = desk.Store.Cases.CreateDbContext();
        var acts = await db.Acts.CountAsync();
        await db.Outbox.Where(o => o.MessageId == null).ExecuteUpdateAsync(set => set.SetProperty(o => o.DoneAt, (DateTimeOffset?)null).SetProperty(o => o.DueAt, DateTimeOffset.UnixEpoch));
        await DrainAsync(desk);
        Assert.Equal(acts, await db.Acts.CountAsync());
    }

    private static async Task<Guid> OpenAsync(Desk desk, ChannelKind kind, string handle) =>
        Assert.IsType<ActResult.Done>(await desk.RunAsync(null, desk.Intake, Desk.Opening with { Channel = new ContactChannel(kind, handle, "-", "UTC", MayLeaveMessage: false) })).CaseId;

    private static async Task<Guid> KnownAsync(Desk desk, string family, string given, Script script, string born)
    {
        var caseId = await OpenAsync(desk, ChannelKind.Email, $"{Ids.New():N}@demo.invalid");
        Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Intake, new RecordName(NameKind.Current, script) { Family = family, Given = given, Source = "DEMO" }));
        Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Intake, new RecordBirth(PartialDate.Parse(born), Sex.M, ["RU"])));
        return caseId;
    }

    private static Task DrainAsync(Desk desk) => desk.Store.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);

    private static async Task<(Guid Other, string Reasons)> AlikeAsync(Desk desk, Guid caseId)
    {
        var alike = Assert.Single(Likenesses.Open((await FileAsync(desk, caseId)).Contact)).Value;
        return (alike.Other, string.Join(',', alike.Reasons));
    }

    private static Task<IReadOnlyList<string>> ConsistencyAsync(Desk desk, Guid caseId) => desk.Store.Services.GetRequiredService<CaseConsistency>().CheckAsync(caseId, CancellationToken.None);

    private static async Task<CaseFile> FileAsync(Desk desk, Guid caseId)
    {
        await using var db = desk.Store.Cases.CreateDbContext();
        var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId);
        using var keys = await desk.Store.Services.GetRequiredService<Casework.Sealing.CompartmentSealer>().OpenAsync(caseId, CancellationToken.None);
        return (await CaseLoader.LoadAsync(db, keys, row, null, CancellationToken.None)).File;
    }
}
