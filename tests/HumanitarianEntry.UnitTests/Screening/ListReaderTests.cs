using System.Text;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.People;
using Xunit;

namespace HumanitarianEntry.UnitTests.Screening;

public sealed class ListReaderTests
{
    private static readonly ColumnMapping Columns = new()
    {
        Id = "id", Family = "family", Given = "given", Patronymic = "patronymic", Aliases = "aliases", BirthDate = "born", Nationality = "nationality", Articles = "articles", Reason = "reason",
    };

    private const string Header = "id,family,given,patronymic,aliases,born,nationality,articles,reason\n";
    private const string Row = "7,Щуренков,Артём,Юрьевич,Shchurenkov Artem; Сигнал,14.3.1998,Russian,337 ч. 5; 338,DEMO\n";

    [Fact]
    public void Read_MappedRow_FillsTheEntry()
    {
        var entry = Assert.Single(Read(Header + Row).Accept().Entries);

        Assert.Equal("7", entry.Key);
        Assert.Equal(["Щуренков Артём Юрьевич", "Shchurenkov Artem", "Сигнал"], entry.Names.Select(n => n.Display));
        Assert.Equal(BirthDate.OfDay(1998, 3, 14), Assert.Single(entry.BirthDates));
        Assert.Equal(["RU"], entry.Nationalities);
        Assert.Equal(["337 ч. 5", "338"], entry.Articles);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("windows-1251", false)]
    public void Read_AnyKnownEncoding_GivesTheSameNames(string encoding, bool mark)
    {
        var coding = encoding == "windows-1251" ? CodePagesEncodingProvider.Instance.GetEncoding(1251)! : Encoding.GetEncoding(encoding);
        byte[] bytes = [.. mark ? coding.GetPreamble() : [], .. coding.GetBytes(Header + Row)];
        var draft = ListReader.Read(new MemoryStream(bytes), new ListFormat.Mapped(Columns), A.Metadata());

        Assert.Equal(encoding, draft.Encoding);
        Assert.Equal("Щуренков", draft.Accept().Entries[0].Names[0].Family);
    }

    [Theory]
    [InlineData("8,\"Пробный,Лука,Демьянович,,1961,,,\n", RowErrorKind.BrokenQuotes)]
    [InlineData("8,Пробный,Лука\n", RowErrorKind.WrongColumnCount)]
    [InlineData("8,,,,,1961,,,\n", RowErrorKind.MissingName)]
    [InlineData(",Пробный,Лука,,,1961,,,\n", RowErrorKind.MissingKey)]
    [InlineData("8,Пробный,Лука,,,31.2.1961,,,\n", RowErrorKind.UnreadableBirthDate)]
    [InlineData("8,Проб\uFFFDый,Лука,,,1961,,,\n", RowErrorKind.UnreadableCharacters)]
    public void Read_BrokenRow_IsReportedWithItsLineAndNothingElseIsLost(string broken, RowErrorKind kind)
    {
        var draft = Read(Header + Row + broken + "9,Третьяк,Фома,,,1970,,,\n");

        var error = Assert.Single(draft.Errors);
        Assert.Equal((3, kind), (error.Line, error.Kind));
        Assert.Equal(["7", "9"], draft.Entries.Select(e => e.Key));
        Assert.Throws<InvalidDataException>(draft.Accept);
        Assert.Equal(kind == RowErrorKind.UnreadableBirthDate ? 3 : 2, draft.AcceptWithGaps().Entries.Count);
    }

    [Fact]
    public void Read_QuotedCellOverTwoLines_CountsLinesOfTheFile()
    {
        var draft = Read(Header + "7,Щуренков,Артём,,,1998,,,\"one\ntwo \"\"three\"\"\"\n" + "8,Пробный\n");

        Assert.Equal("one\ntwo \"three\"", draft.Entries[0].Reason);
        Assert.Equal(4, Assert.Single(draft.Errors).Line);
    }

    [Fact]
    public void Read_UnreadableBirthDate_KeepsThePersonApartWithoutTheDate()
    {
        var draft = Read(Header + Row + "8,Пробный,Лука,,,весной,,,\n");

        Assert.Equal("8", Assert.Single(draft.Doubtful).Key);
        Assert.Empty(draft.Doubtful[0].BirthDates);
        Assert.False(draft.IsClean);
    }

    [Theory]
    [InlineData("(a) 13.4.1964, (b) 1955", "1964-04-13 1955")]
    [InlineData("a) 1964 b) 28.8.1962", "1964 1962-08-28")]
    [InlineData("Approximately 1958", "1958")]
    [InlineData("on or around 3.4.1973", "1973-04-03")]
    [InlineData("Between 1975 and 1976", "1975 1976")]
    [InlineData("01 Feb 1960 to 29 Feb 1960", "1960-02")]
    [InlineData("7.10.1952 POB: Leningrad (now Saint-Petersburg)", "1952-10-07")]
    [InlineData("1 January 1963; 4 марта 1944", "1963-01-01 1944-03-04")]
    public void Read_DatesAsListsWriteThem_AreUnderstood(string cell, string dates) =>
        Assert.Equal(dates, string.Join(' ', Read(Header + $"8,Пробный,Лука,,,\"{cell}\",,,\n").Accept().Entries[0].BirthDates));

    [Fact]
    public void Read_KeyTwice_IsReported() => Assert.Equal(["7"], Read(Header + Row + Row).DuplicateKeys);

    [Fact]
    public void Read_MissingColumn_IsRefused() => Assert.Throws<InvalidDataException>(() => Read("id,given\n1,Артём\n"));

    [Fact]
    public void Accept_HeaderOnly_IsRefused()
    {
        Assert.Throws<InvalidDataException>(Read(Header).Accept);
        Assert.Throws<InvalidDataException>(Read(Header).AcceptWithGaps);
    }

    [Fact]
    public void Read_WantedTable_KnowsRussianHeaders()
    {
        var draft = Read("ФИО;Пол;Год рождения;Место рождения;Статья\nЩуренков Артём Юрьевич;М;1998;DEMO;337\n", new ListFormat.WantedTable());
        var entry = Assert.Single(draft.Accept().Entries);

        Assert.Equal((Sex.Male, "1998", "337"), (entry.Sex, entry.BirthDates[0].ToString(), entry.Articles[0]));
    }

    [Fact]
    public void Read_OfacRows_TakesIndividualsAndTheirAliases()
    {
        const string sdn = """
            10,"DEMO TRADING",-0- ,"DEMO",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- 
            11,"SHCHURENKOV, Artem","individual","DEMO",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 14 Mar 1998; alt. DOB circa 1997; nationality Russia; Gender Male; Passport 0024001010 (Russia); a.k.a. 'SIGNAL'."
            """;
        using var aliases = new MemoryStream("11,1,\"aka\",\"SCHURENKOW, Artyom\",-0- \n10,2,\"aka\",\"DEMO\",-0- \n"u8.ToArray());
        var draft = Read(sdn, new ListFormat.OfacSdn(aliases));
        var entry = Assert.Single(draft.Accept().Entries);

        Assert.Equal(1, draft.RowsOfOtherKind);
        Assert.Equal(["SHCHURENKOV, Artem", "SIGNAL", "SCHURENKOW, Artyom"], entry.Names.Select(n => n.Display));
        Assert.Equal(["1998-03-14", "1997"], entry.BirthDates.Select(b => b.ToString()));
        Assert.Equal((Sex.Male, "RU", "0024001010"), (entry.Sex, entry.Nationalities[0], entry.Identifiers[0].Comparable));
    }

    [Fact]
    public void Read_RealOfacFile_UnderstandsNearlyEveryRow()
    {
        using var alt = SharedSets.Open("ofac_sdn/raw/alt_2022-01.csv.gz");
        using var sdn = SharedSets.Open("ofac_sdn/raw/sdn_2022-01.csv.gz");
        var draft = ListReader.Read(sdn, new ListFormat.OfacSdn(alt), A.Metadata());
        TestContext.Current.TestOutputHelper?.WriteLine($"{draft.Entries.Count} entries, {draft.RowsOfOtherKind} of other kind, {draft.Errors.Count} errors, {draft.Encoding}: {string.Join(' ', draft.Errors.Take(20))}");

        Assert.True(draft.Entries.Count > 4000 && draft.Errors.Count < draft.RowsRead / 1000);
        Assert.True(draft.Entries.Count(e => e.BirthDates.Count > 0) > draft.Entries.Count * 8 / 10);
    }

    [Fact]
    public void Read_RealEuFile_UnderstandsNearlyEveryRow()
    {
        using var file = SharedSets.Open("eu_journal_sanctions/raw/consolidated_32014R0269.csv.gz");
        var draft = ListReader.Read(file, new ListFormat.EuJournal(), A.Metadata());
        TestContext.Current.TestOutputHelper?.WriteLine($"{draft.Entries.Count} entries, {draft.RowsOfOtherKind} of other kind, {draft.Errors.Count} errors, duplicates {draft.DuplicateKeys.Count}: {string.Join(' ', draft.Errors.Take(20))}");

        Assert.True(draft.Entries.Count > 1000 && draft.Errors.Count < draft.RowsRead / 200);
    }

    [Fact]
    public void Between_TwoVersions_NamesAddedModifiedDeleted()
    {
        var before = new WatchList(A.Metadata(version: "1"), [A.Entry("Щуренков Артём", "1998", "a"), A.Entry("Пробный Лука", null, "b"), A.Entry("Третьяк Фома", null, "c")]);
        var after = new WatchList(A.Metadata(version: "2"), [A.Entry("Щуренков Артём", "1998-03-14", "a"), A.Entry("Пробный Лука", null, "b") with { Reason = "new words" }, A.Entry("Новый Савва", null, "d")]);

        var changes = ListDifference.Between(before, after).Changes;

        Assert.Equal(
            [("a", EntryChange.Modified, true), ("b", EntryChange.Modified, false), ("c", EntryChange.Deleted, true), ("d", EntryChange.Added, true)],
            changes.Select(c => (c.Key, c.Change, c.IdentityChanged)));
        Assert.Empty(ListDifference.Between(after, after).Changes);
    }

    [Fact]
    public void Between_RealOfacVersions_GivesThePublishedDelta()
    {
        using var old = SharedSets.Open("ofac_sdn/raw/sdn_2021-04.csv.gz");
        using var young = SharedSets.Open("ofac_sdn/raw/sdn_2022-01.csv.gz");
        WatchList Load(Stream s) => ListReader.Read(s, new ListFormat.OfacSdn(), A.Metadata()).AcceptWithGaps();
        var changes = ListDifference.Between(Load(old), Load(young)).Changes;

        Assert.InRange(changes.Count(c => c.Change == EntryChange.Added), 100, 607);
        Assert.InRange(changes.Count(c => c.Change == EntryChange.Deleted), 50, 454);
    }

    private static ListDraft Read(string text, ListFormat? format = null) =>
        ListReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), format ?? new ListFormat.Mapped(Columns), A.Metadata());
}
