using System.Text;
using System.Text.RegularExpressions;
using HumanitarianEntry.Casework.DossierMaking.LeakSearch;
using HumanitarianEntry.Domain.Dossiers;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>Takes numbers and places that the recipient does not get out of free texts, in the spellings in which the search of the finished file would find them.</summary>
internal sealed class DisclosureMask
{
    private const int FewestSigns = 4;
    private readonly List<Regex> numbers = [];
    private readonly List<SearchedName> places = [];
    private readonly string mark;

    /// <param name="mark">Stands where something was taken out.</param>
    public DisclosureMask(IEnumerable<Withheld> undisclosed, IEnumerable<string> disclosedNames, string mark)
    {
        this.mark = $"[{mark}]";
        var said = SearchedName.KeysOf(disclosedNames);
        foreach (var value in undisclosed)
        {
            var signs = value.Value.Where(char.IsLetterOrDigit).ToList();
            if (value.Kind == WithheldKind.UndisclosedNumber && signs.Count >= FewestSigns)
            {
                numbers.Add(new Regex($@"(?<![\p{{L}}\p{{N}}]){string.Join(@"[\s\-./()<№]*", signs.Select(s => Regex.Escape(s.ToString())))}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(500)));
            }
            else if (value.Kind == WithheldKind.UndisclosedPlace && new SearchedName(value.Kind, value.Value, said) is { IsAny: true } place)
            {
                places.Add(place);
            }
        }
    }

    public string Apply(string text)
    {
        if (text.Length == 0 || (numbers.Count == 0 && places.Count == 0))
        {
            return text;
        }

        var masked = numbers.Aggregate(text, (said, number) => number.Replace(said, mark.Replace("$", "$$", StringComparison.Ordinal)));
        var searched = new SearchedText(masked);
        var found = places.SelectMany(p => p.WordsIn(searched)).Distinct().OrderByDescending(w => w.From).ToList();
        if (found.Count == 0)
        {
            return masked;
        }

        var result = new StringBuilder(searched.Text);
        foreach (var word in found)
        {
            result.Remove(word.From, word.Written.Length).Insert(word.From, mark);
        }

        return result.ToString();
    }
}
