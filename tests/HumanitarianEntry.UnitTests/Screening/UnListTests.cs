using System.Text;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.People;
using Xunit;

namespace HumanitarianEntry.UnitTests.Screening;

public sealed class UnListTests
{
    [Fact]
    public void Read_Individual_TakesNamesDatesAndPapers()
    {
        var entry = Assert.Single(Read("""
            <CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><DATAID>7</DATAID><FIRST_NAME>ARTEM</FIRST_NAME><SECOND_NAME>SHCHURENKOV</SECOND_NAME><GENDER>Male</GENDER>
            <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Demo</ALIAS_NAME></INDIVIDUAL_ALIAS>
            <INDIVIDUAL_DATE_OF_BIRTH><DATE>1998-03-14</DATE></INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_DATE_OF_BIRTH><FROM_YEAR>1996</FROM_YEAR><TO_YEAR>1997</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
            <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>0024001010</NUMBER></INDIVIDUAL_DOCUMENT></INDIVIDUAL></INDIVIDUALS>
            <ENTITIES><ENTITY><DATAID>8</DATAID></ENTITY></ENTITIES></CONSOLIDATED_LIST>
            """).Entries);

        Assert.Equal("ARTEM SHCHURENKOV", entry.Names[0].Text);
        Assert.Equal(NameStrength.WeakAlias, entry.Names[1].Strength);
        Assert.Equal(["1998-03-14", "1996", "1997"], entry.BirthDates.Select(b => b.ToString()));
        Assert.Equal("0024001010", Assert.Single(entry.Identifiers).Number);
    }

    [Fact]
    public void Read_PersonWithoutName_IsReportedByLine()
    {
        var draft = Read("<CONSOLIDATED_LIST><INDIVIDUALS>\n<INDIVIDUAL><DATAID>7</DATAID></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>");

        Assert.Equal(new RowError(2, RowErrorKind.MissingName, "FIRST_NAME"), Assert.Single(draft.Errors));
    }

    [Theory]
    [InlineData("<CONSOLIDATED_LIST><INDIVIDUALS>")]
    [InlineData("<OTHER/>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><CONSOLIDATED_LIST>&a;</CONSOLIDATED_LIST>")]
    public void Read_NoSuchXml_IsRefused(string text) => Assert.Throws<InvalidDataException>(() => Read(text));

    [Fact]
    public void Read_PublishedList_IsReadWithoutLosingAName()
    {
        using var file = SharedSets.Open("un_sc/UN_consolidated.xml.gz");
        var draft = ListReader.Read(file, new ListFormat.UnXml(), A.Metadata());

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("; ", draft.Errors.Take(10)) + string.Join(' ', draft.DuplicateKeys));
        Assert.Equal(draft.RowsRead - draft.RowsOfOtherKind, draft.Entries.Count + draft.Doubtful.Count);
        Assert.True(draft.Doubtful.Count * 50 < draft.Entries.Count, $"{draft.Doubtful.Count} doubtful of {draft.Entries.Count}");
    }

    private static ListDraft Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return ListReader.Read(stream, new ListFormat.UnXml(), A.Metadata());
    }
}
