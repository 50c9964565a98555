using System.Collections.Frozen;
using HumanitarianEntry.Screening.Names;

namespace HumanitarianEntry.Casework.DossierMaking.LeakSearch;

/// <param name="IsPerson">False: several capital words in a row, which may be an office or a newspaper as well.</param>
internal sealed record SpokenName(string Words, bool IsPerson);

/// <summary>
/// The names in what somebody said freely. Nobody can wave a hit of the search through, so a word counts only where something speaks for a name: a given name, the ending of a
/// family name, an initial, "neighbour" before it, or other capital words beside it. The first word of a sentence is always a capital one, and a lone town is no secret: it stands in half of all papers.
/// </summary>
internal static class SpokenNames
{
    /// <summary>Behind them stands a place, or the way to it.</summary>
    private static readonly FrozenSet<string> BeforePlaces = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "в", "во", "из", "на", "до", "под", "через", "возле", "около", "близ", "г", "гор", "город", "города", "городе", "село", "селе", "посёлок", "поселок", "район", "области", "область",
        "in", "into", "from", "to", "at", "near", "via", "city", "town", "village", "à", "en", "vers", "dans", "depuis", "ville", "village", "nach", "aus", "bei", "im", "stadt", "dorf", "zu");

    private static readonly FrozenSet<string> Offices = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "газета", "газеты", "радио", "телеканал", "канал", "журнал", "фонд", "комитет", "союз", "центр", "архив", "редакция", "медиа", "крест", "посольство", "консульство", "министерство", "служба", "партия", "федерация", "республика", "область",
        "gazeta", "radio", "media", "news", "press", "presse", "tv", "channel", "foundation", "committee", "union", "centre", "center", "archive", "rights", "watch", "international", "agency", "service", "group", "project", "party", "federation", "republic",
        "journal", "cross", "croix", "kreuz", "embassy", "consulate", "ambassade", "consulat", "botschaft", "konsulat", "ministère", "ministerium", "gericht", "polizei", "amt", "bundesamt", "partei", "föderation", "republik", "nations", "comité", "région", "oblast", "region");

    private static readonly string[] Instrumentals = ["ом", "ем", "ым"];

    /// <summary>In German every noun is a capital word.</summary>
    private static readonly FrozenSet<string> German = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "kein", "keine", "nicht", "und", "oder", "ist", "sind", "hat", "haben", "war", "mit", "von", "vom", "zu", "zur", "zum", "im", "am", "auf", "für", "bei", "nach", "aus", "er", "sie", "wir", "ich", "mir", "mich", "mein", "meine", "meiner", "meinem", "nur");

    public static IEnumerable<SpokenName> In(string said)
    {
        var text = new SearchedText(said);
        var german = text.Words.Any(w => German.Contains(w.Written));
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (!IsPart(text, i))
            {
                continue;
            }

            var to = i;
            while (to + 1 < text.Words.Count && IsPart(text, to + 1) && IsOneName(text, to))
            {
                to++;
            }

            if (Of(text, i, to) is { } name && (name.IsPerson || !german))
            {
                yield return name;
            }

            i = to;
        }
    }

    private static SpokenName? Of(SearchedText text, int from, int to)
    {
        var starts = from == 0 || EndsSentence(Gap(text, from - 1), text.Words[from - 1]);
        if (starts && to > from && !IsInitial(text, from) && NameSigns.Of(text.Words[from].Written) == NameSign.None)
        {
            (from, starts) = (from + 1, false);
        }

        var words = text.Words.Skip(from).Take(to - from + 1).ToList();
        var signs = words.Where(w => w.Written.Length > 1).Select(w => NameSigns.Of(w.Written)).ToList();
        var before = from == 0 ? (SearchedWord?)null : text.Words[from - 1];
        var gap = from == 0 ? string.Empty : Gap(text, from - 1);
        var isCalled = before is { } person && string.IsNullOrWhiteSpace(gap) && GenericWords.IsPerson(person);
        var written = string.Join(' ', words.Select(w => Nominative(w.Written)));
        if (signs.Count == 0 || (before is { } street && SpokenAddresses.IsStreet(street.Written)))
        {
            return null;
        }

        if (words.Count > 1)
        {
            var isPerson = isCalled || signs.Exists(s => s != NameSign.None) || IsInitial(text, from);
            return isPerson || !words.Exists(w => Offices.Contains(w.Written)) ? new SpokenName(written, isPerson) : null;
        }

        var isPlace = (starts && !IsWhole(text, to)) || gap.Contains(',', StringComparison.Ordinal) || (before is { } preposition && BeforePlaces.Contains(preposition.Written));
        return isCalled || signs[0] == NameSign.Known || (signs[0] == NameSign.Shape && !isPlace) ? new SpokenName(written, IsPerson: true) : null;
    }

    /// <summary>С Олегом is Олег: of the other cases the search of names knows the endings.</summary>
    private static string Nominative(string word) => word.Length > 5 && Instrumentals.FirstOrDefault(e => word.EndsWith(e, StringComparison.Ordinal)) is { } ending ? word[..^ending.Length] : word;

    /// <summary>Nothing follows, or what he is: "Petrenko, a friend".</summary>
    private static bool IsWhole(SearchedText text, int at) =>
        text.Words.Count == 1 || (at + 1 < text.Words.Count && Gap(text, at).Contains(',', StringComparison.Ordinal) && text.Words.Skip(at + 1).Take(2).Any(GenericWords.IsPerson));

    private static bool IsPart(SearchedText text, int at)
    {
        var word = text.Words[at];
        return word.IsCapital && (word.Written.Length == 1 ? IsInitial(text, at) : !GenericWords.Has(word.Written) && !IsAbbreviation(word.Written));
    }

    private static bool IsAbbreviation(string word) => word.Length < 6 && word.All(char.IsUpper) && NameSigns.Of(word) == NameSign.None;

    private static bool IsInitial(SearchedText text, int at) => text.Words[at] is { Written.Length: 1 } letter && letter.From + 1 < text.Text.Length && text.Text[letter.From + 1] == '.';

    private static bool IsOneName(SearchedText text, int at) => Gap(text, at) is var gap && (string.IsNullOrWhiteSpace(gap) || gap == "-" || (IsInitial(text, at) && string.IsNullOrWhiteSpace(gap[1..])));

    private static bool EndsSentence(string gap, SearchedWord before) =>
        gap.IndexOfAny([';', ':', '!', '?', '\n', '…', '«', '“', '"', '(', '—', '–', '•']) >= 0 || (gap.Contains('.', StringComparison.Ordinal) && before.Written.Length > 1 && !SpokenAddresses.IsStreet(before.Written));

    private static string Gap(SearchedText text, int at) => text.Text[(text.Words[at].From + text.Words[at].Written.Length)..text.Words[at + 1].From];
}
