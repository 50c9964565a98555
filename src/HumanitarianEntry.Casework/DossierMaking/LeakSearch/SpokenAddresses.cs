using System.Collections.Frozen;
using System.Text.RegularExpressions;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Screening.Names;

namespace HumanitarianEntry.Casework.DossierMaking.LeakSearch;

/// <summary>A street with its number, in any spelling and order: "ул. Абая 10", "10, rue Abaï".</summary>
internal sealed partial class SearchedAddress(WithheldKind kind, string street, string number) : Searched(kind)
{
    private const int Apart = 14;

    /// <summary>So that a number at the end is seen whole.</summary>
    private const int Slack = 8;
    private readonly NameWord street = new(CanonicalFold.Of(street), IsSaid: false, CountsAlone: false);
    private readonly string stem = StemOf(CanonicalFold.Of(street));

    public override IEnumerable<int> In(SearchedText text, bool onPage) =>
        text.Words.Where(w => w.Key.Length > 1 && (street.Matches(w.Key) || (w.IsCapital && stem.Length > 1 && StemOf(w.Key) == stem))).Where(w => HasNumber(text.Text, w)).Select(w => w.From);

    /// <summary>Абая and Abaï are one street; beside its number so short a stem says enough.</summary>
    private static string StemOf(string key) => key.TrimEnd('a', 'e', 'i', 'o', 'u');

    /// <summary>The next number before or behind it is that of the house.</summary>
    private bool HasNumber(string text, SearchedWord word)
    {
        var (from, to) = (Math.Max(0, word.From - Apart), word.From + word.Written.Length);
        var next = Numbers().Match(text[to..Math.Min(text.Length, to + Apart + Slack)]);
        var last = Numbers().Matches(text[from..word.From]).LastOrDefault();
        return (next.Success && next.Value == number && next.Index < Apart) || (last is not null && last.Value == number && (from == 0 || !char.IsAsciiDigit(text[from - 1])));
    }

    [GeneratedRegex(@"(?<![\d.,:]|\d-)\d+(?![\d:]|[.,]\d|-\d\d-)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Numbers();
}

/// <summary>The addresses in what somebody said freely.</summary>
internal static partial class SpokenAddresses
{
    private const int ShortestPiece = 8;
    private const string Streets = "ул|улица|улице|улицы|пр|просп|проспект|проспекте|пер|переулок|мкр|микрорайон|микрорайоне|шоссе|бульвар|наб|площадь|көшесі|street|str|st|avenue|ave|road|rd|lane|square|rue|boulevard|bd|place|chemin|straße|strasse|weg|platz|gasse|allee";
    private const string Houses = "д|дом|доме|кв|квартира|квартире|подъезд|корпус|корп|house|flat|apartment|apt|haus|wohnung|appartement|appt|үй|№";
    private const string Name = @"(?<street>\p{Lu}[\p{L}'’]{2,})";
    private const string Number = @"(?<number>[1-9]\d{0,3})(?![\d:%]|\.\d)";
    private static readonly FrozenSet<string> StreetWords = Streets.Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Before a number they say how many or which, and are no street.</summary>
    private static readonly FrozenSet<string> Counts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "всего", "около", "примерно", "ровно", "только", "нас", "было", "ещё", "еще", "через", "после", "пункт", "статья", "вопрос", "ответ", "протокол",
        "about", "only", "with", "total", "after", "some", "section", "article", "question", "answer", "point", "page", "around", "environ", "seulement", "après", "question", "réponse", "étaient",
        "etwa", "nur", "insgesamt", "nach", "ungefähr", "abschnitt", "artikel", "punkt", "frage", "antwort", "seite", "kapitel",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember");

    public static bool IsStreet(string word) => StreetWords.Contains(word);

    public static IEnumerable<Searched> In(Withheld withheld)
    {
        var streets = ((Regex[])[StreetThenNumber(), NumberThenStreet()]).SelectMany(p => p.Matches(withheld.Value))
            .Where(m => !IsYear(m.Groups["number"].Value) && !GenericWords.Has(m.Groups["street"].Value) && !Counts.Contains(m.Groups["street"].Value))
            .Select(m => new SearchedAddress(withheld.Kind, m.Groups["street"].Value, m.Groups["number"].Value));
        var houses = withheld.Value.Split([',', ';', ':', '\n', '!', '?'], StringSplitOptions.RemoveEmptyEntries)
            .Where(piece => HouseAndNumber().IsMatch(piece) && SearchedText.LettersOf(piece).Length >= ShortestPiece)
            .SelectMany(piece => SearchedPassage.Spellings(withheld.Kind, piece));
        return streets.Concat(houses);
    }

    private static bool IsYear(string number) => number.Length == 4 && number[..2] is "19" or "20";

    // A bare "Сарыарка 14-22" is one where it is a piece of its own, or behind "at".
    [GeneratedRegex($@"(?<!\p{{L}})(?i:{Streets})\.?\s{Name},?\s((?i:{Houses})\.?\s?)?{Number}|(?<![\p{{L}}\d]){Name}(\s(?i:{Streets})\.?,?\s|,?\s(?i:{Houses})\.?\s?){Number}|(^|[,;\n(]\s*|\s(?i:на|по|at|on|au|am)\s){Name}\s{Number}(?=[-/]\d|\p{{L}}?\s*($|[,;.\n)]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex StreetThenNumber();

    [GeneratedRegex($@"(?<![\p{{L}}\d.:/-]){Number}\p{{L}}?,?\s((?i:{Streets})\.?\s((de|du|des|la|le|les|der|den)\s|[dl]['’])*{Name}|{Name}\s(?i:{Streets})(?!\p{{L}}))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex NumberThenStreet();

    [GeneratedRegex($@"(?<!\p{{L}})(?i:{Streets}|{Houses})(?!\p{{L}})[^\d]{{0,20}}\d|\d[^\d]{{0,3}}(?i:{Streets})(?!\p{{L}})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex HouseAndNumber();
}
