using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;
using Xunit;

namespace HumanitarianEntry.UnitTests.Screening;

public sealed class SavedIndexTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("saved-index").FullName;

    private string File => Path.Combine(folder, "lists.index");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Open_SavedIndex_AnswersAsTheOneThatWasBuilt()
    {
        var index = Built();
        index.Save(File);
        using var saved = IndexFile.Open(File);

        foreach (var query in new[] { A.Artyom, A.Timur, A.Gleb, A.Artyom with { Identifiers = [new IdentityNumber("passport", "00 24 001010")] } })
        {
            Assert.Equal(Json(index.Search(query)), Json(saved.Index.Search(query)));
        }

        Assert.Equal(index.EntryCount, saved.Index.EntryCount);
    }

    [Fact]
    public void Open_EntryOfSavedIndex_IsTheEntryThatWasGiven()
    {
        Built().Save(File);
        using var saved = IndexFile.Open(File);
        var found = saved.Index.Search(A.Timur).Candidates[0];

        Assert.Equal(Full.ContentHash(), found.Entry.ContentHash());
        Assert.Equal(A.Metadata("b", persecutor: true), found.List);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(400)]
    public void Open_FileCutShort_IsRefused(int length)
    {
        Built().Save(File);
        using (var stream = System.IO.File.OpenWrite(File))
        {
            stream.SetLength(length);
        }

        Assert.Throws<InvalidDataException>(() => IndexFile.Open(File));
    }

    [Fact]
    public void Open_OneBitChangedInTheIndexPart_IsRefused()
    {
        Built().Save(File);
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[300] ^= 4;
        System.IO.File.WriteAllBytes(File, bytes);

        Assert.Throws<InvalidDataException>(() => IndexFile.Open(File));
    }

    private static ListEntry Full => A.Entry("AISYAROV, Timur", "2000", "full") with
    {
        Names = [PersonName.Of("AISYAROV, Timur"), PersonName.Of("Айсъяров", "Тимур", null, NameStrength.WeakAlias)],
        BirthDates = [BirthDate.OfYear(2000), BirthDate.OfMonth(2000, 7), BirthDate.OfDay(2000, 7, 19)],
        Sex = Sex.Male,
        Nationalities = ["RU", "KZ"],
        Identifiers = [new IdentityNumber("passport", "0024001010", "RU")],
        Articles = ["337"],
        Reason = "DEMO",
        Place = "DEMO",
    };

    private static ListIndex Built() => ListIndex.Build(
        A.List(A.Entry("Щуренков Артём Юрьевич", "1998", "1"), A.Entry("Пробный Лука", null, "2")),
        new WatchList(A.Metadata("b", persecutor: true), [Full, A.Entry("TSYPLUKHIN GLEB", "1996", "3")]));

    private static IEnumerable<string> Json(ScreeningResult result) =>
        result.Candidates.Concat(result.NearestBelow).Select(c => $"{c.List.ListId} {c.Entry.Key} {c.EntryHash} {c.Explanation.ToJson()}");
}
