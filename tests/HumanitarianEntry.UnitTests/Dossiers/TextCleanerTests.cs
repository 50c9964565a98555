using System.Text;
using HumanitarianEntry.Dossiers.Rendering;
using HumanitarianEntry.Dossiers.Texts;
using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers;

public sealed class TextCleanerTests
{
    private static readonly FontCoverage Shipped = FontCoverage.Load(WorkerLocation.RegularFonts(WorkerLocation.Find(configured: null)));

    [Theory]
    [InlineData("Артём Юрьевич, «уйти можно»")]
    [InlineData("Қазақстан Республикасы, әңгіме, ғ ұ ү і һ ө")]
    [InlineData("საქართველო")]
    [InlineData("Հայաստան")]
    [InlineData("طلب اللجوء ۱۲۳ پناهنده")]
    [InlineData("L’été, cœur, Noël, n° 12, 1er — « oui »")]
    public void Clean_LanguagesOfTheCases_ArePrintedAsTheyAre(string text)
    {
        var cleaner = new TextCleaner(Shipped);

        Assert.Equal(text, cleaner.Clean(text));
        Assert.Empty(cleaner.Replaced);
    }

    [Fact]
    public void Clean_DecomposedLetters_AreComposed() => Assert.Equal("й ё é", new TextCleaner(Shipped).Clean("и\u0306 е\u0308 e\u0301"));

    [Fact]
    public void Clean_ControlCharacters_AreDroppedAndCounted()
    {
        var cleaner = new TextCleaner(Shipped);

        Assert.Equal("ab c\nd", cleaner.Clean("a\0b\tc\n\u0007d\u0085\uFEFF"));
        Assert.Equal([(0, 1), (7, 1), (0x85, 1), (0xFEFF, 1)], cleaner.Replaced.Select(entry => (entry.CodePoint, entry.Count)));
        Assert.All(cleaner.Replaced, entry => Assert.Equal(ReplacementKind.Dropped, entry.Kind));
    }

    [Fact]
    public void Clean_HalfSurrogatePairs_AreShown() => Assert.Equal("a[U+D83D]b[U+DE00]", new TextCleaner(Shipped).Clean("a\uD83Db\uDE00"));

    [Theory]
    [InlineData('\u202A')]
    [InlineData('\u202E')]
    [InlineData('\u2066')]
    [InlineData('\u2069')]
    public void Clean_DirectionOverride_IsShownAndHasNoEffect(char mark)
    {
        var cleaner = new TextCleaner(Shipped);

        Assert.Equal($"pdf[U+{(int)mark:X4}]exe", cleaner.Clean($"pdf{mark}exe"));
        Assert.Equal([new ReplacedCharacter(mark, ReplacementKind.ShownAsCode, 1)], cleaner.Replaced);
    }

    [Fact]
    public void Clean_Emoji_IsShownAsCodeAndReportedWithItsCount()
    {
        var cleaner = new TextCleaner(Shipped);

        Assert.Equal("oui [U+1F600][U+1F600] 中".Replace("中", "[U+4E2D]", StringComparison.Ordinal), cleaner.Clean("oui 😀😀\uFE0F 中"));
        Assert.Contains(new ReplacedCharacter(0x1F600, ReplacementKind.ShownAsCode, 2), cleaner.Replaced);
        Assert.Contains(new ReplacedCharacter(0xFE0F, ReplacementKind.Dropped, 1), cleaner.Replaced);
    }

    [Theory]
    [InlineData("слово ")]
    [InlineData("😀")]
    [InlineData("x")]
    public void Split_LongText_LosesNothingAndCutsNoPair(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 30_000));

        var pieces = TextPieces.Split(text).ToList();

        Assert.Equal(text, string.Concat(pieces));
        Assert.All(pieces, piece => Assert.InRange(Encoding.UTF8.GetByteCount(piece), 1, 32_767));
        Assert.All(pieces, piece => Assert.False(char.IsLowSurrogate(piece[0])));
    }

    [Fact]
    public void WithBreaks_EndlessWord_GetsPlacesToBreak()
    {
        var broken = TextPieces.WithBreaks(new string('a', 1000));

        Assert.All(broken.Split('\u200B'), part => Assert.InRange(part.Length, 1, 5));
        Assert.Equal(new string('a', 1000), broken.Replace("\u200B", "", StringComparison.Ordinal));
    }

    [Fact]
    public void WithBreaks_OrdinaryText_IsLeftAlone() =>
        Assert.Equal(SampleDossier.RussianQuotation, TextPieces.WithBreaks(SampleDossier.RussianQuotation));
}
