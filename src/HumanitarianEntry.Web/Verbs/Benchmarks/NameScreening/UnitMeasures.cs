using System.Text.RegularExpressions;
using HumanitarianEntry.Screening.Units;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>
/// Q8: every unit of the register that has an ordinal, a name or a number, asked for as soldiers, lists and staffs write it: English in two manners, Russian in full and in
/// another case, the staff abbreviation, the number. Units of one ordinal, arm and size count as one unit.
/// </summary>
internal static partial class UnitMeasures
{
    // What the register calls an arm: Russian stem with its feminine and masculine endings are added below; abbreviation or none.
    private static readonly (string English, string Spoken, string Russian, string? Short)[] Arms =
    [
        ("Mechanized", "Motor Rifle", "мотострелков", "мс"), ("Tank", "Tank", "танков", "т"), ("Self-Propelled Artillery", "Self-propelled Artillery", "самоходно-артиллерийск", "са"), ("Reactive Artillery", "Rocket Artillery", "реактивн# артиллерийск", "реа"),
        ("Artillery", "Artillery", "артиллерийск", "а"), ("Missile", "Missile", "ракетн", "р"), ("Coastal Missile", "Coastal Missile", "берегов# ракетн", null), ("Air Assault", "Air Assault", "десантно-штурмов", "дш"), ("Airborne", "Airborne", "парашютно-десантн", "пд"),
        ("Naval Infantry", "Marine", "*морской пехоты", "мп"), ("Special Forces", "Spetsnaz", "*специального назначения", "спн"), ("Recon", "Reconnaissance", "разведывательн", null), ("Anti-Tank Artillery", "Anti-tank Artillery", "противотанков# артиллерийск", null),
        ("Anti-Tank", "Anti-tank", "противотанков", null), ("Machine Gun Artillery", "Machine-gun Artillery", "пулемётно-артиллерийск", "пула"), ("Maritime Recon", "Maritime Reconnaissance", "морск# разведывательн", null),
    ];

    private static readonly (string English, string Russian, string Genitive, bool Feminine, string Short)[] Sizes =
    [
        ("Brigade", "бригада", "бригады", true, "бр"), ("Regiment", "полк", "полка", false, "п"), ("Division", "дивизия", "дивизии", true, "д"), ("Battalion", "батальон", "батальона", false, "б"), ("Company", "рота", "роты", true, "р"), ("Point", "пункт", "пункта", false, "п"),
    ];

    public static async Task AddAsync(FigureSheet sheet, SetFolder sets, bool misses)
    {
        var rows = sets.Rows("military_units", "osintnav_forces.csv");
        var units = rows.Select((r, i) => new RegisteredUnit($"{i:D4}", [r["title"]], r["unit_number"].Trim() is { Length: 5 } number ? number : null))
            .Concat(sets.Has("eu_journal_sanctions", "unit_level_persons.csv") ? EuUnits(sets) : []).ToList();
        var register = new UnitRegister(units);
        var (right, wrong, asked) = (new List<bool>(), 0, 0);
        foreach (var unit in units)
        {
            foreach (var text in Forms(unit).Distinct())
            {
                asked++;
                var found = register.Find(text).Where(m => m.Score >= UnitRegister.Threshold).ToList();
                var others = found.Where(m => m.Unit.Key != unit.Key && !IsOneUnit(m.Unit, unit)).ToList();
                right.Add(found.Exists(m => m.Unit.Key == unit.Key));
                wrong += others.Count > 0 ? 1 : 0;
                if (misses && (!right[^1] || others.Count > 0))
                {
                    await FigureSheet.NoteAsync($"unit {(right[^1] ? "found with others" : "missed")}: {text} / {unit.Names[0]}{string.Concat(others.Take(2).Select(o => $" <> {o.Unit.Names[0]} {o.Score} {o.Reason}"))}");
                }
            }
        }

        await sheet.AddAsync(new Figure("Q8", $"{units.Count} units, {asked} texts: the unit is found", right.Count(r => r) / (double)asked, "", Bootstrap.OfShare(right), 0.98));
        await sheet.AddAsync(new Figure("Q8", "texts that bring another unit above the threshold", wrong, "texts", null, 0, true));
    }

    private static IEnumerable<RegisteredUnit> EuUnits(SetFolder sets) => sets.Rows("eu_journal_sanctions", "unit_level_persons.csv")
        .SelectMany(r => r["unit"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal).Where(u => char.IsAsciiDigit(u[0]))
        .Select((u, i) => new RegisteredUnit($"eu{i:D4}", [u]));

    private static IEnumerable<string> Forms(RegisteredUnit unit)
    {
        if (unit.Number is { } number)
        {
            foreach (var form in new[] { $"в/ч {number}", $"войсковая часть № {number}", $"military unit {number}", $"служил в в/ч{number} поваром" })
            {
                yield return form;
            }
        }

        if (!char.IsAsciiDigit(unit.Names[0][0]))
        {
            if (unit.Names[0].Contains('"', StringComparison.Ordinal))
            {
                yield return unit.Names[0];
            }

            yield break;
        }

        yield return unit.Names[0];
        yield return unit.Names[0].ToUpperInvariant();
        if (Ordinal().Match(unit.Names[0]) is { Success: true } title && Arms.FirstOrDefault(a => a.English == title.Groups["arm"].Value) is { English: not null } arm && Sizes.FirstOrDefault(s => s.English == title.Groups["size"].Value) is { English: not null } size)
        {
            foreach (var form in Written(title.Groups["n"].Value, title.Groups["suffix"].Value, arm, size))
            {
                yield return form;
            }
        }
    }

    private static IEnumerable<string> Written(string n, string suffix, (string English, string Spoken, string Russian, string? Short) arm, (string English, string Russian, string Genitive, bool Feminine, string Short) size)
    {
        yield return $"{n}{suffix} Separate {arm.Spoken} {size.English}";
        yield return $"{n} Guards {arm.Spoken} {size.English}";
        var (separate, adjective, its) = size.Feminine ? ("отдельная", arm.Russian.Replace("#", "ая", StringComparison.Ordinal) + "ая", "отдельной") : ("отдельный", arm.Russian.Replace("#", "ый", StringComparison.Ordinal) + "ый", "отдельного");
        var genitive = arm.Russian.Replace("#", size.Feminine ? "ой" : "ого", StringComparison.Ordinal) + (size.Feminine ? "ой" : "ого");
        var ending = size.Feminine ? "я" : "й";
        yield return arm.Russian[0] == '*' ? $"{n}-{ending} {separate} {size.Russian} {arm.Russian[1..]}" : $"{n}-{ending} {separate} {adjective} {size.Russian}";
        yield return arm.Russian[0] == '*' ? $"{n} {its} гвардейской {size.Genitive} {arm.Russian[1..]}" : $"{n}-{(size.Feminine ? "й" : "го")} {its} {genitive} {size.Genitive}";
        if (arm.Short is { } letters && size.English is "Brigade" or "Regiment" or "Division" or "Battalion" && !(arm.Short == "р" && size.English != "Brigade"))
        {
            var whole = letters is "мп" or "спн" ? size.Short + letters : letters + size.Short;
            yield return $"{n} {whole}";
            yield return $"{n}-{ending} О{whole.ToUpperInvariant()}";
            yield return $"{n} гв. {whole}";
        }
    }

    /// <summary>The same ordinal with the same words in another order or with a bracket: one unit twice in the register.</summary>
    private static bool IsOneUnit(RegisteredUnit a, RegisteredUnit b) => (a.Number is not null && a.Number == b.Number)
        || Plain(a.Names[0]) == Plain(b.Names[0]);

    private static string Plain(string title) => string.Join(' ', Ignored().Replace(title.Replace("Special Purpose", "Special Forces", StringComparison.Ordinal), " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w switch { "Motorised" => "Mechanized", "Reconnaissance" => "Recon", "Airborne" when title.Contains("Assault", StringComparison.Ordinal) => "Air", _ => w }).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^(?<n>\d+)(?<suffix>st|nd|rd|th) (?:Separate )?(?<arm>[A-Z].*?) (?<size>Brigade|Regiment|Division|Battalion|Company|Point)(?: HQ)?(?: \(.*\))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\([^)]*\)|\b(?:HQ|Separate|Guards|Rifle|of\sthe\s.*)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Ignored();
}
