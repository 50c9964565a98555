using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Lists;

/// <summary>UN Security Council consolidated list (XML): INDIVIDUAL elements; entities are left out. The line of an error is the line on which the person begins.</summary>
internal static class UnTable
{
    /// <exception cref="InvalidDataException">The text is no such XML.</exception>
    public static void Read(string text, RowCollector rows)
    {
        // No document type is resolved: a list file may name none and reach for nothing.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersFromEntities = 0 };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')), settings);
            var document = XDocument.Load(reader, LoadOptions.SetLineInfo);
            if (document.Root?.Name.LocalName != "CONSOLIDATED_LIST")
            {
                throw new InvalidDataException("The file is no UN consolidated list.");
            }

            foreach (var person in document.Root.Elements("INDIVIDUALS").Elements("INDIVIDUAL"))
            {
                rows.CountRow();
                ReadPerson(person, rows);
            }

            foreach (var _ in document.Root.Elements("ENTITIES").Elements("ENTITY"))
            {
                rows.CountRow();
                rows.SkipOtherKind();
            }
        }
        catch (XmlException broken)
        {
            throw new InvalidDataException($"The file is no readable XML (line {broken.LineNumber}).", broken);
        }
    }

    private static void ReadPerson(XElement person, RowCollector rows)
    {
        var line = ((IXmlLineInfo)person).LineNumber;
        var key = Text(person, "DATAID");
        if (key.Length == 0)
        {
            rows.Fail(line, RowErrorKind.MissingKey, "DATAID");
            return;
        }

        var names = Names(person);
        if (names.Count == 0)
        {
            rows.Fail(line, RowErrorKind.MissingName, "FIRST_NAME");
            return;
        }

        // One damaged alias does not hide the person; he is searched by his other names.
        var damaged = names.RemoveAll(n => Cells.IsDamaged(n.Display)) > 0;
        if (damaged)
        {
            rows.Fail(line, RowErrorKind.UnreadableCharacters);
        }

        if (names.Count == 0)
        {
            return;
        }

        var hasDates = TryBirths(person, out var births);
        if (!hasDates)
        {
            rows.Fail(line, RowErrorKind.UnreadableBirthDate, "INDIVIDUAL_DATE_OF_BIRTH");
        }

        _ = Cells.TrySex(Text(person, "GENDER"), out var sex);
        rows.Add(
            new ListEntry
            {
                Key = key,
                Names = names,
                BirthDates = hasDates ? births : [],
                Sex = sex,
                Nationalities = Cells.Nationalities(string.Join(';', person.Elements("NATIONALITY").Elements("VALUE").Select(v => v.Value))),
                Identifiers = [.. person.Elements("INDIVIDUAL_DOCUMENT").Where(d => Text(d, "NUMBER").Length > 0).Select(d => new IdentityNumber(KindOf(Text(d, "TYPE_OF_DOCUMENT")), Text(d, "NUMBER")))],
                Reason = Text(person, "COMMENTS1") is { Length: > 0 } reason ? reason : null,
                Place = string.Join(", ", person.Elements("INDIVIDUAL_PLACE_OF_BIRTH").Take(1).Elements().Select(e => e.Value.Trim()).Where(v => v.Length > 0)) is { Length: > 0 } place ? place : null,
            },
            line,
            damaged || !hasDates);
    }

    private static List<PersonName> Names(XElement person)
    {
        string[] parts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];
        var whole = string.Join(' ', parts.Select(p => Text(person, p)).Where(p => p.Length > 0));
        var names = new List<PersonName>();
        if (whole.Length > 0)
        {
            names.Add(PersonName.Of(whole));
        }

        if (Text(person, "NAME_ORIGINAL_SCRIPT") is { Length: > 0 } original)
        {
            names.Add(PersonName.Of(original, NameStrength.Alias));
        }

        names.AddRange(person.Elements("INDIVIDUAL_ALIAS").Where(a => Text(a, "ALIAS_NAME").Length > 0)
            .Select(a => PersonName.Of(Text(a, "ALIAS_NAME"), Text(a, "QUALITY").Equals("Low", StringComparison.OrdinalIgnoreCase) ? NameStrength.WeakAlias : NameStrength.Alias)));
        return names;
    }

    private static bool TryBirths(XElement person, out IReadOnlyList<BirthDate> births)
    {
        var found = new List<BirthDate>();
        births = found;
        foreach (var birth in person.Elements("INDIVIDUAL_DATE_OF_BIRTH"))
        {
            var (day, year, from, to) = (Text(birth, "DATE"), Text(birth, "YEAR"), Text(birth, "FROM_YEAR"), Text(birth, "TO_YEAR"));
            var cell = day.Length > 0 ? day.Split('T')[0] : year.Length > 0 ? year : from.Length > 0 && to.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{from} - {to}") : "";
            if (cell.Length > 0 && !Cells.TryDates(cell, out births))
            {
                return false;
            }

            found.AddRange(cell.Length > 0 ? births : []);
            births = found;
        }

        return true;
    }

    private static string KindOf(string type) => type.Contains("passport", StringComparison.OrdinalIgnoreCase) ? "passport" : "id";

    private static string Text(XElement of, string name) => of.Element(name)?.Value.Trim() ?? "";
}
