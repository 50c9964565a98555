using HumanitarianEntry.Casework.DossierMaking.LeakSearch;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Dossiers.Reading;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Dossiers;

/// <summary>What is a leak and what only looks like one. Everybody is invented.</summary>
public sealed class LeakSearcherTests
{
    private const string Person = "Щуренков Артём Юрьевич";

    [Theory]
    [InlineData("Петренко Олег", "Его вывез Олег Петренко.")]
    [InlineData("Петренко Олег", "Il a été aidé par PETRENKO Oleg.")]
    [InlineData("Петренко Олег", "aidé par Petrenko, à pied")]
    [InlineData("Петренко Олег", "Об этом рассказали Олегу Петренко.")]
    [InlineData("Petrenko Oleh", "Помог Петренко.")]
    [InlineData("Щедрин Илья", "helped by Chtchedrine")]
    [InlineData("Щедрин Илья", "helped by SHCHEDRIN")]
    [InlineData("Щедрин Илья", "helped by Schtschedrin")]
    [InlineData("Фёдорова Алёна", "встретила Федорова Алена")]
    [InlineData("Мелентьева Зоя", "aidé par Melen\u00ADtieva")]
    [InlineData("Мелентьева Зоя", "aidé par Melen-\n  tieva")]
    [InlineData("Мелентьева Зоя", "М е л е н т ь е в а")]
    [InlineData("Мелентьева Зоя", "М\u200Bе\u200Bл\u200Bентьева")]
    [InlineData("DEMO cousin Nobody", "told by Nobody of the family")]
    public void Name_InAnySpelling_IsFound(string name, string text) => Assert.Single(Search(new(WithheldKind.ThirdPersonName, name), text));

    [Fact]
    public void Text_OfBytesThatAreNone_IsSearchedAllTheSame() => Assert.Single(Search(new(WithheldKind.ThirdPersonName, "Петренко Олег"), "\uFFFE\uFFFF\uD800 Петренко \uDC00"));

    [Theory]
    [InlineData("мать", "Мать живёт в России.")]
    [InlineData("unit 00117", "unit 00117")]
    [InlineData("Олег", "без имён")]
    [InlineData("Щуренкова Анна", "Щуренков Артём Юрьевич, SHCHURENKOV ARTEM")]
    [InlineData("Артём Щуренков", "Щуренков Артём Юрьевич")]
    [InlineData("Петренко Олег", "Полковник Олег Тестов")]
    [InlineData("Нин Юрий", "Ninety people of unit 00117")]
    [InlineData("Coordinator One (DEMO)", "Coordinator of the programme (DEMO)")]
    [InlineData("Paul Wren", "Paul said so; the wrench was found")]
    public void Name_ThatTheDossierMaySay_IsNoLeak(string name, string text) => Assert.Empty(Search(new(WithheldKind.ThirdPersonName, name), text));

    [Theory]
    [InlineData("Щуренкова Анна", "Его сестра Анна Щуренкова осталась.", 1)]
    [InlineData("Щуренкова Анна", "Sa sœur Anna reste.", 1)]
    [InlineData("Щуренкова Анна", "Щуренков Артём", 0)]
    [InlineData("Алия", "Er rief Aliya an.", 1)]
    [InlineData("Алия", "aliya is no name here", 0)]
    [InlineData("Мама (DEMO)", "Мама (DEMO)", 0)]
    public void Relative_ByGivenNameAlone_IsFound(string name, string text, int times) => Assert.Equal(times, Search(new(WithheldKind.RelativeName, name), text).Count);

    [Theory]
    [InlineData("+7 000 000 00 17 (DEMO)", "tél. +7 (000) 000-00-17")]
    [InlineData("+7 000 000 00 17", "8 000 000 00 17")]
    [InlineData("+7 000 000 00 17", "7000 0000017")]
    [InlineData("strizh@demo.invalid", "Strizh @ demo.invalid")]
    [InlineData("@strizh_demo", "t.me/strizh_demo")]
    public void Handle_HoweverWritten_IsFound(string handle, string text) => Assert.NotEmpty(Search(new(WithheldKind.ContactHandle, handle), text));

    [Theory]
    [InlineData("+7 000 000 00 17", "unité 00117, 2022-03-05, art. 337")]
    [InlineData("DEMO handle", "DEMO handled")]
    public void Handle_OtherNumbersAndWords_AreNoLeak(string handle, string text) => Assert.Empty(Search(new(WithheldKind.ContactHandle, handle), text));

    [Theory]
    [InlineData(WithheldKind.CodePhrase, "как погода на озере", "спросил: «Как погода\nна озере?»", 1)]
    [InlineData(WithheldKind.CodePhrase, "как погода на озере", "kak pogoda na ozere", 1)]
    [InlineData(WithheldKind.CodePhrase, "код DEMO", "код 12", 0)]
    [InlineData(WithheldKind.TravelPlan, "Air Testania", "flies with Air Testania", 1)]
    [InlineData(WithheldKind.WorkingNote, "Ok. He sounded afraid and hung up after a minute.", "the note: He sounded afraid and hung up after a minute", 1)]
    [InlineData(WithheldKind.WorkingNote, "Ok.", "ok", 0)]
    [InlineData(WithheldKind.WorkingNote, "Я отказался воевать и подал рапорт в августе.", "Я отказался воевать и подал рапорт в августе.", 0)]
    [InlineData(WithheldKind.ConfidentialAnswer, "Живёт у знакомых на улице Вымышленной, 17", "живёт у знакомых на улице Вымышленной 17", 1)]
    public void Words_OfNotesPhrasesAndPlans_AreFoundUnlessTheyAreDisclosed(WithheldKind kind, string value, string text, int times) => Assert.Equal(times, Search(new(kind, value), text).Count);

    [Theory]
    [InlineData("Алматы, ул. Абая 10, кв. 5", "habite au 10, rue Abaï à Almaty", 1)]
    [InlineData("Алматы, ул. Абая 10, кв. 5", "Abai St. 10", 1)]
    [InlineData("Алматы, ул. Абая 10, кв. 5", "Almaty, rue Abaï 110; le 10 mai 2022", 0)]
    [InlineData("Алматы, ул. Абая 10, кв. 5", "Ambassade à Almaty, 5 pages, 10 annexes", 0)]
    [InlineData("Астана, Сарыарка 14-22", "14-22, Saryarka", 1)]
    [InlineData("Астана, Сарыарка 14-22", "Embassy of France in Astana, 14 March", 0)]
    [InlineData("Он живёт там: дом 7 подъезд 2", "дом 7, подъезд 2", 1)]
    [InlineData("Он живёт там: дом 7 подъезд 2, с 2022", "c 2022; с 2022", 0)]
    [InlineData("12 Abay Street, Almaty", "ул. Абая, д. 12", 1)]
    [InlineData("Жил в Алматы 10 лет, потом в Астане 3 года", "Алматы 10 мая, Астана 3 июня", 0)]
    [InlineData("Олег знает, где я живу.", "Oleg", 0)]
    [InlineData("Олег Петренко знает, где я живу.", "Oleg Petrenko", 1)]
    [InlineData("Знает только сосед, Мелентьев Пётр.", "aidé par Melentiev", 1)]
    [InlineData("Приходил майор Иванов из ФСБ.", "le major Ivanov du FSB", 1)]
    [InlineData("Живу с Щедриным.", "Chtchedrine", 1)]
    [InlineData("Meine Mutter und Frau Weber wissen es.", "Frau Weber; meine Mutter", 1)]
    [InlineData("Meine Mutter und Frau Weber wissen es.", "Seine Mutter; keine Frau", 0)]
    [InlineData("Знает Артём Щуренков", "Щуренков Артём", 0)]
    [InlineData("Саратов, Москва, Алматы; только Франция, не Германия", "Saratov, Москва, Алматы, Франция, Германия", 0)]
    [InlineData("Only France; nobody in Russia may know.", "France, Russia", 0)]
    [InlineData("Знаю у вас Нору Вымыслову", "Нору Вымыслову", 1)]
    [InlineData("Писал нам Красный Крест", "Croix-Rouge; Красный Крест", 0)]
    [InlineData("Звонили с +7 000 000 00 18, больше никто.", "8 000 000 00 18", 1)]
    [InlineData("у сестры на даче", "u sestry na dache", 1)]
    [InlineData("Никто не приходил", "Никто не приходил", 0)]
    [InlineData("Not applicable", "Not applicable", 0)]
    [InlineData("Живёт у знакомых за рекой, на том берегу", "zhivet u znakomykh za rekoi na tom beregu", 1)]
    public void Answer_ForOurOwnEyes_IsFoundByAddressAndNameInAnyLetters(string value, string text, int times) => Assert.Equal(times, Search(new(WithheldKind.ConfidentialAnswer, value), text).Count);

    /// <summary>Nobody can wave a hit through: papers that are attached hold addresses and authors by their nature, and the two who release them look.</summary>
    [Theory]
    [InlineData(WithheldKind.ConfidentialAnswer, "Алматы, ул. Абая 10", "ул. Абая 10", 0)]
    [InlineData(WithheldKind.SourceName, "Олег Петренко", "said by Petrenko", 0)]
    [InlineData(WithheldKind.ConfidentialAnswer, "Знает только сосед, Мелентьев Пётр.", "aidé par Melentiev", 1)]
    public void InAnAttachedFile_AddressesAndSourcesAreNotLookedFor(WithheldKind kind, string value, string text, int times) =>
        Assert.Equal(times, new LeakSearcher([new(kind, value)], [], []).Search(new PlacedText("annexe-01.pdf", TextPlace.Page, 1, text)).Count());

    [Fact]
    public void Answer_NamesWhomTheDossierNamesAnyway_IsNoLeak()
    {
        var withheld = new Withheld(WithheldKind.ConfidentialAnswer, "Приходили люди Кадырова.");
        var page = new PlacedText(null, TextPlace.Page, 1, "les hommes de Kadyrov");
        Assert.NotEmpty(new LeakSearcher([withheld], [], []).Search(page));
        Assert.Empty(new LeakSearcher([withheld], [], ["Я видел там людей Кадырова."]).Search(page));
    }

    [Theory]
    [InlineData(WithheldKind.CodePhrase, "одуванчик", "спросил про «Одуванчик»", 1)]
    [InlineData(WithheldKind.CodePhrase, "одуванчик", "oduvanchik", 1)]
    [InlineData(WithheldKind.CodePhrase, "одуванчик", "одуванчиков", 0)]
    [InlineData(WithheldKind.CodePhrase, "озеро", "озеро", 0)]
    [InlineData(WithheldKind.CodePhrase, "воевать", "воевать", 0)]
    [InlineData(WithheldKind.TravelPlan, "Testania", "Testania", 0)]
    public void CodePhrase_OfOneLongWord_IsFoundUnlessItIsDisclosed(WithheldKind kind, string value, string text, int times) => Assert.Equal(times, Search(new(kind, value), text).Count);

    [Theory]
    [InlineData("Олег Петренко", "said by Petrenko", 1)]
    [InlineData("friend, A. Shchedrin", "Щедрин", 1)]
    [InlineData("Petrenko, a friend", "Petrenko", 1)]
    [InlineData("телефон соседа Мелентьева", "Melentiev", 1)]
    [InlineData("Жанерке Абдикаримова", "Zhanerke Abdikarimova", 1)]
    [InlineData("The applicant's telephone", "The Applicant has a Telephone", 0)]
    [InlineData("Public page", "Public page", 0)]
    [InlineData("Radioredaktion (DEMO)", "Die Radioredaktion hat es bestätigt", 0)]
    [InlineData("Archiv von Fahrzeugnummern (DEMO)", "Archiv von Fahrzeugnummern", 0)]
    [InlineData("Novaya Gazeta", "Novaya Gazeta", 0)]
    [InlineData("фото копии со штампом", "фото копии со штампом", 0)]
    [InlineData("einer der beiden Gewarnten (DEMO)", "einer der beiden Gewarnten", 0)]
    [InlineData("Quiet Frequency", "Quiet Frequency", 0)]
    public void Source_ThatIsAPerson_IsFoundAndAnOfficeIsNot(string value, string text, int times) =>
        Assert.Equal(times, new LeakSearcher([new Withheld(WithheldKind.SourceName, value)], [Person], ["Post in Quiet Frequency"]).Search(new PlacedText(null, TextPlace.Page, 1, text)).Count());

    [Fact]
    public void Number_ThatStandsInADisclosedText_IsFoundAllTheSame()
    {
        // There it is masked; the text of an annex is not.
        var search = new LeakSearcher([new Withheld(WithheldKind.UndisclosedNumber, "0024 000101")], [Person], ["Passport 0024 000101 seen."]);

        Assert.Equal(WithheldKind.UndisclosedNumber, Assert.Single(search.Search(new PlacedText("annexe-01.pdf", TextPlace.Page, 1, "№ 0024 000101"))).Kind);
    }

    [Fact]
    public void Coordinates_OfAnybody_AreFound()
    {
        Assert.Equal(WithheldKind.Coordinates, Assert.Single(Search(null, "au point 43.23805, 76.94550 près du lac")).Kind);
        Assert.Equal(WithheldKind.Coordinates, Assert.Single(Search(null, "43°14′17″N")).Kind);
        Assert.Empty(Search(null, "K2, 2022-08-25, 12,5 km"));
    }

    [Fact]
    public void Hit_SaysWhereAndShowsTheWordsAround()
    {
        var search = Searcher(new Withheld(WithheldKind.StaffName, "Nora Quillwright"));

        var hit = Assert.Single(search.Search(new PlacedText("annexe-02.pdf", TextPlace.Page, 3, "Translated by Nora Quillwright, sworn.")));

        Assert.Equal((WithheldKind.StaffName, LeakPlace.Page, "annexe-02.pdf", 3), (hit.Kind, hit.Place, hit.File, hit.Page!.Value));
        Assert.Equal("Translated by Nora Quillwright, sworn.", hit.Excerpt);
        Assert.Equal(LeakPlace.Properties, Assert.Single(search.Search(new PlacedText(null, TextPlace.Properties, null, "author: n. quillwright"))).Place);
    }

    private static List<LeakHit> Search(Withheld? withheld, string text) => [.. Searcher(withheld).Search(new PlacedText(null, TextPlace.Page, 1, text))];

    private static LeakSearcher Searcher(Withheld? withheld) => new(withheld is null ? [] : [withheld], [Person], ["Я отказался воевать и подал рапорт в августе."]);
}
