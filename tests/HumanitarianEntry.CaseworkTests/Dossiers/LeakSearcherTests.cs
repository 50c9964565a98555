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
