using System.Text;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Names;

/// <summary>
/// Words and roles of a name, from fields or from free text: comma form, capitals for the family name, patronymic endings, known given names, surname endings.
/// What the writing does not tell stays <see cref="NameRole.Other"/>, which may stand for any role. Never throws on any text.
/// </summary>
public static class NameParser
{
    private const int MostWords = 12;
    private static readonly string[] SurnameEndings = ["ov", "ev", "in", "ova", "eva", "ina", "ski", "skaa", "cki", "enko", "Cuk", "uk", "iuk", "ian", "adze", "idze", "vili", "ih", "vec", "baev", "beki"];

    /// <summary>All readings of one name: several where the cell holds several spellings.</summary>
    public static IReadOnlyList<ParsedName> Parse(PersonName name) => Parse(name, null);

    internal static IReadOnlyList<ParsedName> Parse(PersonName name, FoldCache? folds)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.HasFields)
        {
            return FromFields(name, folds) is { Parts.Count: > 0 } parsed ? [parsed] : [];
        }

        if (NameVariants.IsPlain(name.Text ?? ""))
        {
            return FromText(name.Text ?? "", name.Strength, folds) is { Parts.Count: > 0 } parsed ? [parsed] : [];
        }

        return [.. NameVariants.Of(name.Text ?? "").Select(v => FromText(v, name.Strength, folds)).Where(p => p.Parts.Count > 0)];
    }

    private static ParsedName FromFields(PersonName name, FoldCache? folds)
    {
        var parts = new List<NamePart>();
        var titles = new List<string>();
        AddWords(parts, titles, folds, name.Family, NameRole.Family);
        var firstGiven = parts.Count;
        AddWords(parts, titles, folds, name.Given, NameRole.Given);
        for (var i = firstGiven + 1; i < parts.Count && string.IsNullOrWhiteSpace(name.Patronymic); i++)
        {
            if (Patronymics.Looks(parts[i].Key))
            {
                parts[i] = new NamePart(parts[i].Text, parts[i].Key, NameRole.Patronymic);
            }
        }

        AddWords(parts, titles, folds, name.Patronymic, NameRole.Patronymic);
        return new ParsedName(name.Display, name.Strength, DropParticles(parts), titles);
    }

    private static ParsedName FromText(string text, NameStrength strength, FoldCache? folds)
    {
        var titles = new List<string>();
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var parts = new List<NamePart>();
        if (comma > 0 && text[(comma + 1)..].Any(char.IsLetter))
        {
            var (before, after) = (text[..comma], text[(comma + 1)..]);
            var familyLast = IsFamilyAfter(before, after);
            AddWords(parts, titles, folds, before, familyLast ? NameRole.Other : NameRole.Family);
            AddWords(parts, titles, folds, after, familyLast ? NameRole.Family : NameRole.Other);
        }
        else
        {
            AddWords(parts, titles, folds, text, NameRole.Other);
        }

        parts = DropParticles(WithTitlesThatAreNames(parts, titles));
        MarkPatronymic(parts);
        MarkCapitals(parts);
        MarkByWords(parts);
        return new ParsedName(text.Trim(), strength, parts, titles);
    }

    /// <summary>A name that would be one word only without its title has the title as a name: Elshafee El Sheikh.</summary>
    private static List<NamePart> WithTitlesThatAreNames(List<NamePart> parts, List<string> titles)
    {
        if (parts.Count(p => !Titles.IsParticle(p.Text)) == 1 && titles.Count == 1)
        {
            parts.Add(new NamePart(titles[0], CanonicalFold.Of(titles[0]), NameRole.Other));
            titles.Clear();
        }

        return parts;
    }

    /// <summary>"Given Patronymic, FAMILY" turns the usual comma form round.</summary>
    private static bool IsFamilyAfter(string before, string after)
    {
        var words = Words(before).ToArray();
        return words.Length > 1 && Words(after).Count() == 1 && !after.Any(char.IsLower) && before.Any(char.IsLower)
            || (words.Length == 2 && Words(after).Count() == 1 && Patronymics.Looks(CanonicalFold.Of(words[1])));
    }

    private static void AddWords(List<NamePart> parts, List<string> titles, FoldCache? folds, string? text, NameRole role)
    {
        foreach (var word in Words(text))
        {
            var key = folds is null ? CanonicalFold.Of(word) : folds.Of(word);
            if (Titles.IsRank(key) && role == NameRole.Other)
            {
                titles.Add(word);
            }
            else if (key.Length > 0 && parts.Count < MostWords)
            {
                parts.Add(new NamePart(word, key, role));
            }
        }
    }

    /// <summary>Words of a text: split at white space, hyphens and dots; apostrophes stay inside the word.</summary>
    private static IEnumerable<string> Words(string? text)
    {
        var word = new StringBuilder();
        foreach (var c in text ?? "")
        {
            if (char.IsWhiteSpace(c) || c is '-' or '‐' or '‑' or '–' or '—' or '.' or ',' or '"' or '«' or '»' or '_')
            {
                if (word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }
            }
            else if (!char.IsControl(c) && word.Length < 64)
            {
                // ЕвгенийАлексеевич: a space was lost. Latin names have capitals inside by right.
                if (word.Length > 2 && Homoglyphs.IsCyrillic(c) && char.IsUpper(c) && char.IsLower(word[^1]))
                {
                    yield return word.ToString();
                    word.Clear();
                }

                word.Append(c);
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    private static List<NamePart> DropParticles(List<NamePart> parts)
    {
        var kept = new List<NamePart>(parts.Count);
        foreach (var part in parts)
        {
            if (Patronymics.IsParticle(part.Key) && kept.Count > 1)
            {
                kept[^1] = new NamePart(kept[^1].Text + " " + part.Text, kept[^1].Key, NameRole.Patronymic);
            }
            else if (!Titles.IsParticle(part.Text))
            {
                kept.Add(part);
            }
        }

        return kept.Count > 0 ? kept : parts;
    }

    private static void MarkPatronymic(List<NamePart> parts)
    {
        // The first word is never a patronymic: Абрамович Роман is a family name.
        for (var i = 1; i < parts.Count && parts.Count > 2 && !parts.Any(p => p.Role == NameRole.Patronymic); i++)
        {
            if (parts[i].Role == NameRole.Other && Patronymics.Looks(parts[i].Key) && !(IsShouted(parts[i]) && !parts.All(IsShouted)))
            {
                parts[i] = new NamePart(parts[i].Text, parts[i].Key, NameRole.Patronymic);
            }
        }
    }

    private static void MarkCapitals(List<NamePart> parts)
    {
        if (parts.Any(p => p.Role == NameRole.Family) || parts.All(IsShouted))
        {
            return;
        }

        Mark(parts, p => p.Role == NameRole.Other && IsShouted(p), NameRole.Family);
    }

    private static void MarkByWords(List<NamePart> parts)
    {
        var patronymic = parts.FindIndex(p => p.Role == NameRole.Patronymic);
        if (!parts.Any(p => p.Role == NameRole.Family) && patronymic > 0 && parts.Count == 3)
        {
            // Family Given Patronymic, or Given Patronymic Family.
            var (family, given) = patronymic == 2 ? (0, 1) : (2, 0);
            parts[family] = new NamePart(parts[family].Text, parts[family].Key, NameRole.Family);
            parts[given] = new NamePart(parts[given].Text, parts[given].Key, NameRole.Given);
            return;
        }

        if (parts.Any(p => p.Role == NameRole.Family))
        {
            var first = parts.FindIndex(p => p.Role == NameRole.Other);
            if (first >= 0)
            {
                parts[first] = new NamePart(parts[first].Text, parts[first].Key, NameRole.Given);
            }

            return;
        }

        var known = parts.Count(p => p.Role == NameRole.Other && GivenNames.Knows(p.Key));
        if (known == 1 && parts.Count <= 3)
        {
            Mark(parts, p => p.Role == NameRole.Other && GivenNames.Knows(p.Key), NameRole.Given);
            Mark(parts, p => p.Role == NameRole.Other && (parts.Count == 2 || SurnameEndings.Any(e => p.Key.EndsWith(e, StringComparison.Ordinal))), NameRole.Family);
        }
    }

    private static void Mark(List<NamePart> parts, Func<NamePart, bool> which, NameRole role)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (which(parts[i]))
            {
                parts[i] = new NamePart(parts[i].Text, parts[i].Key, role);
            }
        }
    }

    private static bool IsShouted(NamePart part) => part.Text.Count(char.IsLetter) > 1 && !part.Text.Any(char.IsLower);
}
