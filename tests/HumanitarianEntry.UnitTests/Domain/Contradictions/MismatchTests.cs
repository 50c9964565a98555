using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain.Contradictions;

/// <summary>What is found, what is recognised as harmless, and what must never be found.</summary>
public sealed class MismatchTests
{
    [Fact]
    public void CaseA_AsTheHandbookTellsIt_FitsTogether() => Assert.Empty(Mismatches.In(A.Case().To(Gate.Closure).File));

    [Fact]
    public void Leaving_TwoSessionsNameDifferentMonths_IsFoundWithBothQuotes()
    {
        var file = Two.Sources().Session("INT-4").Says("F3", "Left on 12 May 2022.", "Ушёл двенадцатого мая.").Later(3).Session().Says("F3", "Left in September 2022.");

        var found = Assert.Single(file.Found());

        Assert.Equal((MismatchKind.Date, MismatchTopic.Leaving, true), (found.Kind, found.Topic, found.IsMaterial));
        Assert.Equal(["2022-05-12", "2022-09"], new[] { found.One.Says, found.Other.Says }.Order(StringComparer.Ordinal));
        var first = found.One.Session == 1 ? found.One : found.Other;
        Assert.Equal("Ушёл двенадцатого мая.\nLeft on 12 May 2022.", first.Quote);
        Assert.Equal("INT-4", first.InterpretedBy);
    }

    [Fact]
    public void Leaving_OwnWordsThatOnlyStayedInTheForm_AreNotSaidAgain()
    {
        var found = Assert.Single(Two.Sources().Session().Says("F3", "Left on 12 May 2022.", "Ушёл 12 мая 2022.").Later(3).Session().Says("F3", "Left in September 2022.", "Ушёл 12 мая 2022.").Found());

        Assert.Equal("Left in September 2022.", new[] { found.One, found.Other }.Single(s => s.Session == 2).Quote);
    }

    [Fact]
    public void Leaving_PutRightAtTheReadBack_FitsTogetherAgain()
    {
        var file = Two.Sources().Session().Says("F3", "Left on 12 May 2022.").Later(3).Session().Says("F3", "Left on 12 September 2022.")
            .Do(People.Screener, new RecordReadBack(Confirmed: true) { Corrected = [new GivenAnswer("F3", "Left on 12 May 2022.")] });

        Assert.Empty(file.Found());
    }

    [Fact]
    public void Leaving_TypedAgainInOneSession_IsNoSecondAccount() =>
        Assert.Empty(Two.Sources().Session().Says("F3", "Left on 12 May 2022.").Says("F3", "Left on 12 September 2022.").Found());

    [Theory]
    [InlineData("1998-03-14", "980314", null)]
    [InlineData("1998-03", "980314", null)]
    [InlineData("1998", "980314", null)]
    [InlineData("1998-12-05", "980512", MismatchPattern.DayAndMonthSwapped)]
    [InlineData("1997-03-14", "980314", MismatchPattern.YearOffByOne)]
    [InlineData("1998-03-01", "980314", MismatchPattern.OldCalendar)]
    [InlineData("1998-01-20", "980314", MismatchPattern.LateRegistration)]
    public void Birth_AgainstTheZoneOfThePassport_IsComparedByWhatItCanMean(string told, string inZone, MismatchPattern? pattern)
    {
        var found = Two.Sources().Born(told).Passport(inZone).Found();

        Assert.Equal(pattern is null ? 0 : 1, found.Count);
        Assert.All(found, f => Assert.Equal((pattern, false, true), (f.Pattern, f.IsMaterial, f.NeedsSecondLook)));
    }

    [Fact]
    public void Birth_YearsApart_IsMaterial() => Assert.True(Assert.Single(Two.Sources().Born("1994-11-02").Passport("980314").Found()).IsMaterial);

    [Theory]
    [InlineData("SHCHURENKOV", "ARTEM", 0, null)]
    [InlineData("CHTCHOURENKOV", "ARTIOM", 0, null)]
    [InlineData("SCHTSCHURENKOW", "ARTJOM", 0, null)]
    [InlineData("SHCHURENKOF", "ARTEM", 1, MismatchPattern.Transliteration)]
    [InlineData("PETRENKO", "OLEG", 1, null)]
    public void Name_InTheZone_MayBeSpeltInEveryWay(string surname, string given, int count, MismatchPattern? pattern)
    {
        var found = Two.Sources().Passport("980314", surname, given).Found();

        Assert.Equal(count, found.Count);
        Assert.All(found, f => Assert.Equal((MismatchTopic.Name, pattern), (f.Topic, f.Pattern)));
    }

    [Theory]
    [InlineData("001234567", true, null)]
    [InlineData("00 1234567", true, null)]
    [InlineData("OO1234567", true, MismatchPattern.Misread)]
    [InlineData("009999999", false, MismatchPattern.Misread)]
    public void Number_ReadAnotherWay_IsAMisreading(string typed, bool rightCheck, MismatchPattern? pattern) =>
        Assert.Equal(pattern, Two.Sources().Passport("980314", typedNumber: typed, rightCheck: rightCheck).Found().SingleOrDefault()?.Pattern);

    [Fact]
    public void Expiry_OnPageAndInZone_Differs() =>
        Assert.Equal((MismatchKind.Paper, MismatchTopic.PaperExpires, true), Assert.Single(Two.Sources().Passport("980314", typedExpiry: "2027-02-01").Found()) is var f ? (f.Kind, f.Topic, f.IsMaterial) : default);

    [Fact]
    public void Paper_SeenBeforeItWasIssued_IsFound() =>
        Assert.Equal(MismatchTopic.PaperIssued, Assert.Single(Two.Sources().Do(People.Screener, new RecordDocument(DocumentKind.ResidencePermit, SeenAs.Scan, "applicant") { IssuedOn = PartialDate.Parse("2024-01") }).Found()).Topic);

    [Fact]
    public void Service_BeforeTheEighteenthBirthday_IsFoundExceptAtSchool()
    {
        Assert.Equal(MismatchTopic.Service, Assert.Single(Two.Sources().Born("2004-06").Session().Served("00117", "2022-02-01", "2022-09").Found()).Topic);
        Assert.Empty(Two.Sources().Born("2004-06").Session().Served("00117", "2022-06", "2022-09").Found());
        Assert.Empty(Two.Sources().Born("2004-06").Session().Served("00110", "2021-09", "2022-09", ServiceBasis.OfficerSchool).Found());
    }

    [Fact]
    public void Order_AbroadBeforeLeaving_AndContactBeforeArrival()
    {
        var abroad = Two.Sources().Session().Says("F3", "26 September 2022").Says("I1", "Arrived 1 July 2022");
        Assert.Equal((MismatchKind.Order, MismatchTopic.Leaving), Assert.Single(abroad.Found()) is var f ? (f.Kind, f.Topic) : default);

        // First contact was on 2 May 2023.
        var late = Assert.Single(Two.Sources().Later(400).Session().Says("I1", "Arrived on 3 June 2023").Found());
        Assert.Equal((MismatchTopic.FirstContact, false), (late.Topic, late.IsMaterial));
        Assert.Equal([Compartment.Contact, Compartment.Interview], late.RestsOn.Order());
    }

    [Fact]
    public void Refusal_AnswerAndReport_MustShareOneDay()
    {
        Assert.Equal(MismatchTopic.Refusal, Assert.Single(Two.Sources().Session().Says("F2", "24.08.2022").Item(EvidenceType.ResignationReport, "2022-08-25").Found()).Topic);
        Assert.Empty(Two.Sources().Session().Says("F2", "First 24.08.2022, again 25.08.2022").Item(EvidenceType.ResignationReport, "2022-08-25").Found());
        Assert.Empty(Two.Sources().Session().Says("F2", "24.08.2022").Item(EvidenceType.ResignationReport, "2022-08").Found());
    }

    [Fact]
    public void Evidence_VerifiedOnAnotherDay_IsFound() =>
        Assert.Equal(MismatchTopic.Evidence, Assert.Single(Two.Sources().Item(EvidenceType.PublicPost, "2022-03-04")
            .Do(People.Custodian, new GradeEvidence("E1", Reliability.B, 3, "archive of the channel") { VerifiedOn = PartialDate.Parse("2022-05-30") }).Found()).Topic);

    [Theory]
    [InlineData("Алматы", "Москва", 1, null)]
    [InlineData("Алматы", "Almaty city", 0, null)]
    [InlineData("Ростов-на-Дону", "Ростовская область", 0, null)]
    [InlineData("Nur-Sultan", "Астана", 1, MismatchPattern.PlaceRenamed)]
    public void Place_OfTwoActsOnOneDay_CannotBeBoth(string one, string other, int count, MismatchPattern? pattern)
    {
        var found = Two.Sources().Item(EvidenceType.Protest, "2022-03-06", one).Item(EvidenceType.MediaInterview, "2022-03-06", other).Found();

        Assert.Equal(count, found.Count);
        Assert.All(found, f => Assert.Equal((MismatchKind.Place, pattern), (f.Kind, f.Pattern)));
        Assert.Empty(Two.Sources().Item(EvidenceType.Protest, "2022-03", one).Item(EvidenceType.MediaInterview, "2022-03-06", other).Found());
    }

    [Fact]
    public void Units_AtOneTimeOrOtherThanSaid_AreFound()
    {
        Assert.Single(Two.Sources().Session().Served("00117", "2022-01", "2022-09").Served("00118", "2022-03", "2022-06").Found());
        Assert.Empty(Two.Sources().Session().Served("00117", "2022-01", "2022-03").Served("00118", "2022-03", "2022-06").Found());
        Assert.Equal(MismatchPattern.UnitRenamed, Assert.Single(Two.Sources().Session().Served("00117", "2020", "2021", name: "signals regiment").Served("00117", "2022", "2023", name: "бригада").Found()).Pattern);
        Assert.Single(Two.Sources().Session().Says("D6", "в/ч 00119, Demograd").Served("00117", "2022-01", "2022-09").Found());
        Assert.Empty(Two.Sources().Session().Says("D6", "00117 and 00119").Served("00117", "2022-01", "2022-09").Found());
    }

    [Fact]
    public void Age_AgainstTheBirthDate_IsCountedFromTheDayItWasSaid()
    {
        Assert.Empty(Two.Sources().Born("1998-03-14").Session().Says("B2", "I am 25 years old").Found());
        Assert.Equal(MismatchPattern.YearOffByOne, Assert.Single(Two.Sources().Born("1998-03-14").Session().Says("B2", "Мне 26 лет").Found()).Pattern);
        Assert.True(Assert.Single(Two.Sources().Born("1998-03-14").Session().Says("B2", "Мне 31 год").Found()).IsMaterial);
    }

    [Fact]
    public void Role_SeesOnlyWhatBothCompartmentsAllow()
    {
        var file = Two.Sources().Later(400).Session().Says("I1", "Arrived on 3 June 2023").Born("1994-11-02").Passport("980314").File;

        IEnumerable<MismatchTopic> Of(Role role) => Mismatches.For(role, file).Select(s => s.Mismatch.Topic).Order();
        Assert.Equal([MismatchTopic.Birth, MismatchTopic.FirstContact], Of(Role.Screener));
        Assert.Equal([MismatchTopic.Birth], Of(Role.Vetter));
        Assert.Equal([MismatchTopic.Birth], Of(Role.IntakeOfficer));
        Assert.Equal([], Of(Role.EvidenceCustodian));
        Assert.Equal([], Of(Role.EmbassyLiaison));
        Assert.Equal([], Of(Role.ReceptionPartner));
    }

    [Fact]
    public void ListEntry_KnownToBeThePersons_IsForVettersOnly()
    {
        var hit = Screenings.Wanted() with { Born = [PartialDate.Parse("1971-01-01")] };
        var file = A.Case().To(Gate.Vetting).Screened(hit).File;
        Assert.DoesNotContain(Mismatches.For(Role.Vetter, file), s => s.Mismatch.Topic == MismatchTopic.Birth);

        var adjudicated = A.Case().To(Gate.Vetting).Screened(hit).Adjudicated("H1", Screenings.Same, People.Vetter).File;
        var births = Mismatches.For(Role.Vetter, adjudicated).Where(s => s.Mismatch.Topic == MismatchTopic.Birth).ToList();
        Assert.NotEmpty(births);
        Assert.All(births, s => Assert.Contains(Compartment.Vetting, s.Mismatch.RestsOn));
        foreach (var role in new[] { Role.Screener, Role.Coordinator, Role.Counsel, Role.DossierOfficer, Role.IntakeOfficer })
        {
            Assert.DoesNotContain(Mismatches.For(role, adjudicated), s => s.Mismatch.RestsOn.Contains(Compartment.Vetting));
        }
    }
}
