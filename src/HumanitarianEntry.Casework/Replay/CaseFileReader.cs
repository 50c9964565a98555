using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>Reads a case file. Everything that is not understood stops the reading with file and line; nothing is skipped.</summary>
internal sealed class CaseFileReader
{
    private readonly string fileName;
    private readonly string folder;

    private CaseFileReader(string path) => (fileName, folder) = (Path.GetFileName(path), Path.GetDirectoryName(Path.GetFullPath(path))!);

    /// <exception cref="CaseFileException">The file is not a case file.</exception>
    public static ReplayCase Read(string path)
    {
        using var text = File.OpenText(path);
        return new CaseFileReader(path).Read(CaseYaml.Read(Path.GetFileName(path), text));
    }

    private ReplayCase Read(CaseYaml root)
    {
        var fields = root.Fields("title", "about", "programme", "organisation", "start", "clock", "people", "lists", "steps");
        var organisation = fields.TryGetValue("organisation", out var owner) ? owner.Text() : "demo-org";
        var clock = fields.TryGetValue("clock", out var time) ? TimeOfDay(time) : new TimeOnly(9, 0);
        var start = new DateTimeOffset(root.Need(fields, "start").Day(), clock, TimeSpan.Zero);
        var people = root.Need(fields, "people").Fields().Select(p => Person(p.Key, p.Value, organisation)).ToDictionary(p => p.Key, StringComparer.Ordinal);
        var lists = fields.TryGetValue("lists", out var listed) ? listed.Fields().Select(l => List(l.Key, l.Value)).ToDictionary(l => l.Key, StringComparer.Ordinal) : [];
        var steps = new StepReader(fileName, folder, start, clock, people, lists).Read(root.Need(fields, "steps"));
        return new ReplayCase
        {
            FileName = fileName,
            Folder = folder,
            Title = root.Need(fields, "title").Text(),
            Programme = root.Need(fields, "programme").Text(),
            Organisation = organisation,
            Start = start,
            People = people,
            Lists = lists,
            Steps = steps,
        };
    }

    private static TimeOnly TimeOfDay(CaseYaml value) =>
        TimeOnly.TryParseExact(value.Text(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : throw value.Wrong($"'{value.Text()}' is not a time of day. Write 09:00");

    private static ReplayPerson Person(CaseYaml key, CaseYaml value, string organisation)
    {
        if (key.Text() is "applicant" or "system")
        {
            throw key.Wrong($"'{key.Text()}' takes part in every case and is not listed");
        }

        if (!value.IsMap)
        {
            return new ReplayPerson(key.Text(), Roles(value), organisation, null);
        }

        var fields = value.Fields("role", "roles", "organisation", "team");
        var roles = Roles(fields.TryGetValue("role", out var one) ? one : value.Need(fields, "roles"));
        return new ReplayPerson(key.Text(), roles, fields.TryGetValue("organisation", out var other) ? other.Text() : organisation, fields.TryGetValue("team", out var team) ? team.Text() : null);
    }

    private static List<Role> Roles(CaseYaml value)
    {
        var roles = value.OneOrMore().Select(r => (Role: r.OneOf<Role>(), Node: r)).ToList();
        return roles.Find(r => r.Role is Role.Applicant or Role.System) is { Node: { } wrong } ? throw wrong.Wrong($"'{wrong.Text()}' is no role of staff") : roles.ConvertAll(r => r.Role);
    }

    private ReplayList List(CaseYaml key, CaseYaml value)
    {
        var fields = value.Fields("id", "name", "kind", "publisher", "authority", "version", "as-of", "rows", "file", "loaded");
        var asOf = value.Need(fields, "as-of").Day();
        var csv = fields.TryGetValue("rows", out var rows) ? rows.Text() : ReadFile(value.Need(fields, "file"));
        var id = fields.TryGetValue("id", out var named) ? named.Text() : key.Text();
        var publisher = value.Need(fields, "publisher").Text();
        var atStart = !fields.TryGetValue("loaded", out var loaded) || loaded.Text() switch
        {
            "at-start" => true,
            "later" => false,
            var other => throw loaded.Wrong($"'{other}' is not known here. Known: at-start, later"),
        };
        return new ReplayList(
            key.Text(), id, value.Need(fields, "name").Text(), value.Need(fields, "kind").OneOf<ListKind>(), publisher,
            fields.TryGetValue("authority", out var authority) ? authority.Text() : publisher,
            fields.TryGetValue("version", out var version) ? version.Text() : asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), asOf, csv, atStart, value.Line);
    }

    private string ReadFile(CaseYaml value)
    {
        var path = Path.Combine(folder, value.Text());
        return File.Exists(path) ? File.ReadAllText(path) : throw value.Wrong($"there is no file '{value.Text()}' beside the case file");
    }
}
