using System.Globalization;
using HumanitarianEntry.Screening.People;
using HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>One invented person: name parts by their real frequency, each drawn alone, and a birth date between 1960 and 2006.</summary>
internal sealed record RussianPerson(string Family, string Given, string Patronymic, BirthDate Born)
{
    public string Text => $"{Family} {Given} {Patronymic}";
}

/// <summary>Draws persons who are on no list: nine men to one woman, as the applicants are. The same seed gives the same persons.</summary>
internal sealed class RussianPersons
{
    private const int LeastCount = 5;
    private static readonly string[] FeminineEndings = ["ова", "ева", "ёва", "ина", "ына", "ая"];
    private readonly Weighted[] family;
    private readonly Weighted[] given;
    private readonly Weighted[] patronymics;

    public RussianPersons(SetFolder sets)
    {
        family = BySex(sets.Rows("russian_names", "surnames_freq.csv.gz"), r => r["surname"], r => IsFeminine(r["surname"]));
        given = BySex(sets.Rows("russian_names", "given_names.csv.gz"), r => r["text"], r => r["gender"] == "f");
        patronymics = BySex(sets.Rows("russian_names", "patronymics.csv.gz"), r => r["text"], r => r["gender"] == "f");
    }

    public IEnumerable<RussianPerson> Draw(int count, int seed)
    {
        var dice = new Dice(seed);
        for (var i = 0; i < count; i++)
        {
            var sex = dice.Below(10) == 0 ? 1 : 0;
            yield return new RussianPerson(
                family[sex].Of(dice),
                given[sex].Of(dice),
                patronymics[sex].Of(dice),
                BirthDate.Of(new DateOnly(1960, 1, 1).AddDays(dice.Below(46 * 365))));
        }
    }

    private static bool IsFeminine(string surname) => FeminineEndings.Any(e => surname.EndsWith(e, StringComparison.Ordinal));

    private static Weighted[] BySex(IReadOnlyList<Dictionary<string, string>> rows, Func<Dictionary<string, string>, string> text, Func<Dictionary<string, string>, bool> feminine)
    {
        var sound = rows.Select(r => (Text: Capital(text(r)), Feminine: feminine(r), Count: int.Parse(r["count"], CultureInfo.InvariantCulture))).Where(r => r.Count >= LeastCount && r.Text.Length > 1).ToList();
        return [new Weighted([.. sound.Where(r => !r.Feminine).Select(r => (r.Text, r.Count))]), new Weighted([.. sound.Where(r => r.Feminine).Select(r => (r.Text, r.Count))])];
    }

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..].ToLower(CultureInfo.InvariantCulture);

    private sealed class Weighted
    {
        private readonly (string Text, int Count)[] items;
        private readonly int[] sums;

        public Weighted((string Text, int Count)[] items)
        {
            this.items = items;
            sums = new int[items.Length];
            var sum = 0;
            for (var i = 0; i < items.Length; i++)
            {
                sums[i] = sum += items[i].Count;
            }
        }

        public string Of(Dice dice)
        {
            var at = Array.BinarySearch(sums, dice.Below(sums[^1]) + 1);
            return items[at < 0 ? ~at : at].Text;
        }
    }
}
