using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>Who must be searched, when nobody asks for it.</summary>
public sealed class ScreeningUpkeepTests
{
    private const int MaxAge = 14;

    [Fact]
    public void Need_ByWhatIsMissing_IsNoneNewerListsOrSearch()
    {
        var screened = A.Case().To(Gate.Vetting).Screened();
        var standard = Standard(screened);
        Assert.Equal(ScreeningNeed.None, Need(screened, standard));
        Assert.Equal(ScreeningNeed.Search, Need(A.Case().To(Gate.Vetting), standard));
        Assert.Equal(ScreeningNeed.NewerLists, Need(screened, Standard(screened, version: "2")));
        Assert.Equal(ScreeningNeed.NewerLists, Need(screened, standard with { Lists = standard.Lists.Add(new ListInForce(Screenings.Sanctions with { Id = "demo-new" }, screened.Now)) }));
        Assert.Equal(ScreeningNeed.Search, Need(screened, standard with { EngineVersion = "2" }));
        Assert.Equal(ScreeningNeed.Search, Need(A.Case().To(Gate.Vetting).Screened().Do(People.Screener, new RecordName(NameKind.Alias, Script.Latin) { Family = "Shchurenkov" }), standard));
        Assert.Equal(ScreeningNeed.Search, Need(A.Case().To(Gate.Vetting).Screened().Later(MaxAge + 0.1), standard));
        Assert.Equal(ScreeningNeed.None, Need(A.Case().To(Gate.Vetting).Screened().Consents(ConsentPurpose.Vet, status: ConsentStatus.Withdrawn), Standard(screened, version: "2")));
    }

    [Fact]
    public void Need_RunThatFailed_IsNeverCarriedOn()
    {
        var screened = A.Case().To(Gate.Vetting).Screened();
        var failed = A.Case().To(Gate.Vetting);
        failed.Do(People.System, new RecordScreeningRun(Screenings.Run(failed.File) with { Failure = "not every name" }));
        Assert.Equal(ScreeningNeed.None, Need(failed, Standard(screened)));
        Assert.Equal(ScreeningNeed.Search, Need(failed, Standard(screened, version: "2")));
        Assert.Contains("screening-failed", ScreeningCheck.Check(failed.File, failed.Context(People.Vetter), MaxAge).Select(b => b.Code));
    }

    [Fact]
    public void ApplicantHash_NameBirthNationalityOrNumberOfAPaper_IsAnotherOne()
    {
        var hashes = new[]
        {
            A.Case().To(Gate.Vetting), With(new RecordName(NameKind.Alias, Script.Latin) { Family = "Shchurenkov" }), With(new RecordBirth(PartialDate.Parse("1998-03-14"), Sex.M, ["RU", "KZ"])),
            With(new RecordDocument(DocumentKind.ForeignPassport, SeenAs.Original, "applicant") { Number = "DEMO-7" }),
        }.Select(c => ScreeningCheck.ApplicantHash(c.File)).ToList();

        Assert.Equal(4, hashes.Distinct().Count());
        Assert.Equal(hashes[0], ScreeningCheck.ApplicantHash(With(new RecordDocument(DocumentKind.MilitaryId, SeenAs.None, "unit")).File));

        static CaseBuilder With(Act act) => A.Case().To(Gate.Vetting).Do(People.Screener, act);
    }

    [Fact]
    public void After_GateThatRestsOnItOrFactsOfSomebodySearched_AsksByItself()
    {
        var fresh = A.Case().To(Gate.Vetting).Screened();
        var named = A.Case().To(Gate.Vetting).Screened().Do(People.Screener, new RecordName(NameKind.Alias, Script.Latin) { Family = "Shchurenkov" }).File;
        var never = A.Case().To(Gate.Vetting);
        Assert.Equal([ScreeningUpkeep.ByItself], Asked(never.File, never.File, Gate.Vetting));
        Assert.Empty(Asked(never.File, never.File, Gate.Evidence));
        Assert.Empty(Asked(fresh.File, fresh.File, Gate.Submission));
        Assert.Equal([ScreeningUpkeep.ByItself], Asked(fresh.Later(20).File, fresh.File, Gate.Submission));
        Assert.Equal([ScreeningUpkeep.ByItself], Asked(A.Case().To(Gate.Vetting).Screened().File, named));
        Assert.Empty(Asked(A.Case().To(Gate.Identity).File, A.Case().To(Gate.Identity).Names().File));

        IEnumerable<string> Asked(CaseFile before, CaseFile after, params Gate[] opened) => ScreeningUpkeep.After(before, after, opened, fresh.Context(People.System)).Select(w => w.Subject);
    }

    [Fact]
    public void RecordScreening_ByItself_TellsOnlyWhatIsNew()
    {
        var screened = A.Case().To(Gate.Vetting).Screened(Screenings.Sanctioned());
        Assert.Empty(Told(Screenings.Sanctioned()));
        Assert.Equal(["screening-news"], Told(Screenings.Sanctioned() with { EntryHash = "changed" }));
        Assert.Equal(["screening-news"], Told());
        Assert.Equal(["screening-news"], Told(Screenings.Sanctioned(), Screenings.Wanted("H2")));
        Assert.Equal(["screening-done"], Of(new RecordScreeningRun(Screenings.Run(screened.File, Screenings.Sanctioned()))));
        Assert.Equal(["screening-news"], Of(new RecordScreeningRun(Screenings.Run(screened.File, Screenings.Sanctioned()) with { Failure = "broke off" }) { ByItself = true }));

        IEnumerable<string> Told(params ScreeningHit[] hits) => Of(new RecordScreeningRun(Screenings.Run(screened.File, hits)) { ByItself = true });
        IEnumerable<string> Of(RecordScreeningRun act) => act.Apply(screened.File, screened.Context(People.System)).Told.Select(t => t.Topic);
    }

    [Fact]
    public void LackingSince_ByWhatIsMissing_IsWhenItBegan()
    {
        var screened = A.Case().To(Gate.Vetting).Screened();
        var inForce = screened.Now.AddDays(1);
        var newer = Standard(screened, version: "2") with { Lists = [new ListInForce(Screenings.Sanctions with { Version = "2" }, inForce)] };
        Assert.Equal(inForce, ScreeningUpkeep.LackingSince(screened.File, newer, MaxAge, default));
        Assert.Equal(inForce.AddDays(7), ScreeningUpkeep.LackingSince(screened.File, newer with { EngineVersion = "2" }, MaxAge, inForce.AddDays(7)));
        Assert.Equal(screened.File.Vetting.LatestRun!.Provenance.At.AddDays(MaxAge), ScreeningUpkeep.LackingSince(screened.File, Standard(screened), MaxAge, default));
        var named = A.Case().To(Gate.Vetting).Screened().Later(3).Do(People.Screener, new RecordName(NameKind.Alias, Script.Latin) { Family = "Shchurenkov" });
        Assert.Equal(named.File.Identity.Names[^1].Provenance.At, ScreeningUpkeep.LackingSince(named.File, newer, MaxAge, default));
    }

    [Fact]
    public void Carried_ResultOfAnEarlierRun_CountsOnlyForThatRun()
    {
        var builder = A.Case().To(Gate.Vetting).Screened();
        var run = builder.File.Vetting.LatestRun!.Value;
        var newer = run.Lists.ConvertAll(l => l with { Version = "2" });
        builder.Do(People.System, new CarryScreening(run.EngineVersion, run.ApplicantHash, run.Lists, newer));
        Assert.Equal(newer, builder.File.Vetting.LatestRun!.Value.Lists);
        Assert.Equal(["screening-not-carried"], builder.Refusals(People.System, new CarryScreening(run.EngineVersion, run.ApplicantHash, run.Lists, newer)));
        builder.Screened();
        Assert.Equal(run.Lists, builder.File.Vetting.LatestRun!.Value.Lists);
    }

    private static ScreeningStandard Standard(CaseBuilder builder, string? version = null) =>
        new("1", [.. Screenings.Run(builder.File).Lists.Select(l => new ListInForce(version is null ? l : l with { Version = version }, builder.Now))]);

    private static ScreeningNeed Need(CaseBuilder builder, ScreeningStandard standard) => ScreeningUpkeep.NeedOf(builder.File, standard, MaxAge, builder.Now);
}
