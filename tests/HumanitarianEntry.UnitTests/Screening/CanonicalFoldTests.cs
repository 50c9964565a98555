using HumanitarianEntry.Screening.Names;
using Xunit;

namespace HumanitarianEntry.UnitTests.Screening;

public sealed class CanonicalFoldTests
{
    [Theory]
    [InlineData("Алексей", "Aleksei", "Alexey", "Aleksej", "Alexei", "Alexeï")]
    [InlineData("Щукин", "Shchukin", "Chtchoukine", "Schtschukin", "Ščukin", "Szczukin")]
    [InlineData("Фёдор", "Федор", "Fyodor", "Fedor", "Fiodor", "Fjodor")]
    [InlineData("Юрий", "Iurii", "Yuri", "Yuriy", "Jurij", "Youri", "Iouri", "Yury")]
    [InlineData("Дмитрий", "Dmitrii", "Dmitry", "Dmitriy", "Dmitri", "Dmitrij")]
    [InlineData("Айсъяров", "AISIEIAROV", "AISYAROV", "AYSYAROV")]
    [InlineData("Олег", "Oleg", "Oleh")]
    [InlineData("Александр", "Aleksandr", "Alexander", "Alexandre", "Aleksander")]
    [InlineData("Горбачёв", "Gorbachev", "Gorbachov", "Gorbatschow", "Gorbachyov")]
    [InlineData("Ахметов", "Akhmetov", "Ahmetov", "Akhmetoff")]
    [InlineData("Қасым", "Kasym", "Qasym")]
    [InlineData("Ильич", "Il'ich", "Ilich", "Il’ič")]
    public void Of_SpellingsOfOneName_MeetInOneKey(params string[] spellings) => Assert.Single(spellings.Select(CanonicalFold.Of).Distinct());

    [Theory]
    [InlineData("Иванов", "Иваненко")]
    [InlineData("Петров", "Перов")]
    [InlineData("Маяковский", "Маковский")]
    [InlineData("Сорокин", "Сорокина")]
    public void Of_DifferentNames_KeepDifferentKeys(string one, string other) => Assert.NotEqual(CanonicalFold.Of(one), CanonicalFold.Of(other));

    [Theory]
    [InlineData("Щypeнков")]
    [InlineData("Щуpенкoв")]
    [InlineData("ЩУPЕНКОВ")]
    public void Of_LatinTwinsInsideCyrillic_AreRepaired(string mixed) => Assert.Equal(CanonicalFold.Of("Щуренков"), CanonicalFold.Of(mixed));

    [Fact]
    public void Of_CyrillicTwinInsideLatin_IsRepaired() => Assert.Equal(CanonicalFold.Of("Petrenko"), CanonicalFold.Of("Pеtrenkо"));

    [Fact]
    public void Of_ConformancePairsOfRomanisationSystems_MostlyMeetInOneKey()
    {
        var rows = SharedSets.Rows("romanisation_systems/dev/tests.csv");
        var words = rows.Select(r => (System: r["system"], Source: r["source"].Split([' ', '-', '–']), Expected: r["expected"].Split([' ', '-', '–'])))
            .Where(r => r.Source.Length == r.Expected.Length && r.Source.Length <= 4).ToList();
        var same = words.Count(w => w.Source.Zip(w.Expected).All(p => CanonicalFold.Of(p.First) == CanonicalFold.Of(p.Second)));
        var share = (double)same / words.Count;
        foreach (var w in words.Where(w => !w.Source.Zip(w.Expected).All(p => CanonicalFold.Of(p.First) == CanonicalFold.Of(p.Second))))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{w.System}: {string.Join(' ', w.Source)} / {string.Join(' ', w.Expected)}: {string.Join(' ', w.Source.Select(CanonicalFold.Of))} / {string.Join(' ', w.Expected.Select(CanonicalFold.Of))}");
        }

        Assert.True(share >= 0.99, $"{same} of {words.Count} pairs = {share:P1}");
    }
}
