using System.Text.RegularExpressions;
using HumanitarianEntry.Casework.DossierMaking.LeakSearch;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Dossiers.Composing;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>
/// "Relative 1", "Witness A": numbered by the order in which they came onto the file, so that everybody keeps the same pseudonym in all versions. A name that somebody typed into a free text
/// gives way to its pseudonym where it stands just as it is on file; in other spellings the search of the finished file finds it.
/// </summary>
internal sealed class Pseudonyms
{
    private const int ShortestName = 4;
    private readonly List<(Regex Name, string Pseudonym)> names = [];
    private readonly List<string> relatives;
    private readonly List<string> witnesses;
    private readonly FactTexts texts;

    public Pseudonyms(CaseFile file, FactTexts texts)
    {
        this.texts = texts;
        relatives = [.. file.Family.Members.Values().Select(m => m.Label).Distinct(StringComparer.Ordinal)];
        witnesses = [.. file.Evidence.Items.Values().Where(i => i.Type == EvidenceType.WitnessStatement).Select(i => i.Label)];
        var own = file.Identity.Names.Values().SelectMany(n => new[] { n.Family, n.Given, n.Patronymic, n.Full }).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var member in file.Family.Members.Values())
        {
            Add(member.CalledName, RelativeOf(member.Label), own);
        }

        foreach (var item in file.Evidence.Items.Values().Where(i => i.Type == EvidenceType.WitnessStatement))
        {
            Add(item.Origin, WitnessOf(item.Label), own);
        }
    }

    public string RelativeOf(string label) => FactWords.Fill(texts.RelativePseudonym, relatives.IndexOf(label) + 1);

    /// <summary>A to Z, then AA and on.</summary>
    public string WitnessOf(string label) => FactWords.Fill(texts.WitnessPseudonym, Letters(witnesses.IndexOf(label)));

    public int NumberOfRelative(string label) => relatives.IndexOf(label) + 1;

    public string Apply(string text) => names.Aggregate(text, (said, name) => name.Name.Replace(said, name.Pseudonym.Replace("$", "$$", StringComparison.Ordinal)));

    private void Add(string name, string pseudonym, HashSet<string> own)
    {
        var plain = name.Trim();
        if (plain.Length < ShortestName || own.Contains(plain) || plain.Split(' ').All(GenericWords.Has))
        {
            return;
        }

        names.Add((new Regex($@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(plain)}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(500)), pseudonym));
    }

    private static string Letters(int index) => index < 26 ? ((char)('A' + index)).ToString() : Letters((index / 26) - 1) + Letters(index % 26);
}
