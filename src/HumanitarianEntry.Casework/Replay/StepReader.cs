using System.Globalization;
using System.Text.RegularExpressions;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>Reads the steps of a case file and works out when each of them happens.</summary>
internal sealed partial class StepReader(
    string fileName, string folder, DateTimeOffset start, TimeOnly clock, IReadOnlyDictionary<string, ReplayPerson> people, IReadOnlyDictionary<string, ReplayList> lists)
{
    private static readonly string[] OwnFields = ["at", "as", "do", "wait", "load-list", "set-status", "set-host-risk", "file", "expect"];
    private readonly ExpectationReader expectations = new(people);
    private readonly ActFields trial = new(key => people.ContainsKey(key) ? Guid.Empty : throw new KeyNotFoundException(key), day => day);
    private DateTimeOffset now = start;

    public IReadOnlyList<ReplayStep> Read(CaseYaml steps)
    {
        var items = steps.Items();
        return items.Count > 0 ? [.. items.Select((step, index) => Step(step, index + 1))] : throw steps.Wrong("a case file has at least one step");
    }

    private ReplayStep Step(CaseYaml step, int number)
    {
        var all = step.Fields();
        var own = all.Where(f => OwnFields.Contains(f.Key.Text())).ToDictionary(f => f.Key.Text(), f => f.Value, StringComparer.Ordinal);
        var fields = all.Where(f => !OwnFields.Contains(f.Key.Text())).ToList();
        if (own.Keys.Count(k => k is "do" or "wait" or "load-list" or "set-status" or "set-host-risk") > 1)
        {
            throw step.Wrong("a step is one of 'do', 'wait', 'load-list', 'set-status' and 'set-host-risk', not several");
        }

        var (refusal, expect) = own.TryGetValue("expect", out var expected) ? expectations.Read(expected) : (null, []);
        var at = When(own, number);
        var read = new ReplayStep { Number = number, Line = step.Line, At = at, Node = step, Refusal = refusal, Expect = expect };
        if (own.TryGetValue("do", out var kind))
        {
            return Act(read, step, kind, own, fields);
        }

        if (fields is [var (stray, _), ..])
        {
            throw stray.Wrong($"'{stray.Text()}' is a field of an act, but the step does none: 'do' is missing");
        }

        if (refusal is not null)
        {
            throw expected!.Wrong("only an act can be refused");
        }

        if (own.TryGetValue("wait", out var wait))
        {
            return read with { Waits = true, What = $"wait {wait.Text()}" };
        }

        if (own.TryGetValue("set-status", out var status))
        {
            return read with { Changes = Change(status, (programme, word) => new StatusSet(programme, word.OneOf<Workflows.Programmes.ProgrammeStatus>())), What = $"set-status {status.Text()}" };
        }

        if (own.TryGetValue("set-host-risk", out var risk))
        {
            return read with { Changes = Change(risk, (country, word) => new HostRiskSet(country, word.OneOf<HostRisk>())), What = $"set-host-risk {risk.Text()}" };
        }

        return own.TryGetValue("load-list", out var list)
            ? read with { LoadsList = lists.ContainsKey(list.Text()) ? list.Text() : throw list.Wrong($"'{list.Text()}' is not one of the lists of this file"), What = $"load-list {list.Text()}" }
            : read with { What = expect.Count > 0 ? "look" : throw step.Wrong("the step does nothing: write 'do', 'wait', 'load-list', 'set-status', 'set-host-risk' or 'expect'") };
    }

    /// <summary>"NAME VALUE", such as <c>fr-ple-kz suspended</c>.</summary>
    private ProgrammeChange Change(CaseYaml node, Func<string, CaseYaml, ProgrammeChange> make) =>
        node.Text().Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, var word] ? make(name, CaseYaml.Word(fileName, node, word)) : throw node.Wrong("write a name and a value, such as 'fr-ple-kz suspended' or 'KZ high'");

    private ReplayStep Act(ReplayStep read, CaseYaml step, CaseYaml kind, Dictionary<string, CaseYaml> own, List<(CaseYaml Key, CaseYaml Value)> fields)
    {
        var shape = ActShape.Find(kind.Text()) ?? throw kind.Wrong($"there is no act '{kind.Text()}'. Known: {string.Join(", ", ActCatalogue.Kinds)}");
        var actor = Actor(own.TryGetValue("as", out var by) ? by : throw step.Wrong("'as' is missing: who does it?"), shape);
        if (own.TryGetValue("file", out var file) && !shape.TakesFile)
        {
            throw file.Wrong($"{shape.Kind} takes no file");
        }

        if (file is not null && !File.Exists(Path.Combine(folder, file.Text())))
        {
            throw file.Wrong($"there is no file '{file.Text()}' beside the case file");
        }

        if (shape.Kind == "assign")
        {
            fields = Assignment(step, fields);
        }

        trial.Read(shape, step, fields);
        return read with { By = actor, Act = shape, Fields = fields, File = file?.Text(), What = Describe(shape, fields) };
    }

    /// <summary>An assignment names the person; role and team are his own unless they are written.</summary>
    private List<(CaseYaml Key, CaseYaml Value)> Assignment(CaseYaml step, List<(CaseYaml Key, CaseYaml Value)> fields)
    {
        var named = fields.ToDictionary(f => Words.Squash(f.Key.Text()), f => f.Value, StringComparer.Ordinal);
        if (!named.TryGetValue("STAFFID", out var who) || !people.TryGetValue(who.Text(), out var person))
        {
            return fields;
        }

        var more = new List<(CaseYaml Key, CaseYaml Value)>(fields);
        if (!named.ContainsKey("ROLE"))
        {
            more.Add((CaseYaml.Word(fileName, step, "role"), CaseYaml.Word(fileName, step, Acts.Keys.Of(person.Roles[0]))));
        }

        if (!named.ContainsKey("TEAM"))
        {
            more.Add((CaseYaml.Word(fileName, step, "team"), CaseYaml.Word(fileName, step, Acts.CaseLoader.TeamOf(person.Organisation, person.Team))));
        }

        return more;
    }

    private ReplayActor Actor(CaseYaml by, ActShape shape)
    {
        var parts = by.Text().Split('/');
        if (parts[0] is "applicant" or "system")
        {
            return new ReplayActor(parts[0], parts[0] == "applicant" ? Role.Applicant : Role.System);
        }

        if (!people.TryGetValue(parts[0], out var person))
        {
            throw by.Wrong($"'{parts[0]}' is not one of the people of this file");
        }

        if (parts.Length > 1)
        {
            var role = person.Roles.Where(r => Acts.Keys.Of(r) == parts[1]).Select(r => (Role?)r).FirstOrDefault();
            return new ReplayActor(by.Text(), role ?? throw by.Wrong($"'{parts[0]}' does not have the role '{parts[1]}'"));
        }

        return new ReplayActor(parts[0], person.Roles.FirstOrDefault(r => shape.Roles.Contains(Acts.Keys.Of(r)), person.Roles[0]));
    }

    private DateTimeOffset When(Dictionary<string, CaseYaml> own, int number)
    {
        var next = number == 1 ? now : now.AddMinutes(1);
        if (own.TryGetValue("at", out var at))
        {
            var (instant, wholeDay) = Instant(at);
            // A day means its usual hour; later steps of the same day follow each other.
            if (instant < now && !(wholeDay && DateOnly.FromDateTime(now.UtcDateTime) == DateOnly.FromDateTime(instant.UtcDateTime)))
            {
                throw at.Wrong(string.Create(CultureInfo.InvariantCulture, $"time must not go back: the step before was at {now:yyyy-MM-dd HH:mm}"));
            }

            next = instant > next ? instant : next;
        }

        if (own.TryGetValue("wait", out var wait))
        {
            next = (at is null ? now : next) + Span(wait);
        }

        return now = next;
    }

    private (DateTimeOffset Instant, bool WholeDay) Instant(CaseYaml at)
    {
        if (DateOnly.TryParseExact(at.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (new DateTimeOffset(day, clock, TimeSpan.Zero), true);
        }

        string[] forms = ["yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK"];
        return DateTimeOffset.TryParseExact(at.Text(), forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? (instant.ToUniversalTime(), false)
            : throw at.Wrong($"'{at.Text()}' is not a day or an instant. Write 2023-05-02 or 2023-05-02 14:30 (UTC)");
    }

    private static TimeSpan Span(CaseYaml wait)
    {
        var match = SpanPattern().Match(wait.Text());
        if (!match.Success)
        {
            throw wait.Wrong($"'{wait.Text()}' is not a time span. Write 5 d, 12 h or 30 min");
        }

        var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "min" => TimeSpan.FromMinutes(count),
            "h" => TimeSpan.FromHours(count),
            "d" => TimeSpan.FromDays(count),
            _ => TimeSpan.FromDays(7 * count),
        };
    }

    /// <summary>Enough to find the step again; never what a person said or is called.</summary>
    private static string Describe(ActShape shape, List<(CaseYaml Key, CaseYaml Value)> fields)
    {
        string? Field(string name) => fields.Find(f => Words.Squash(f.Key.Text()) == name).Value is { IsText: true } value ? value.Text() : null;
        return shape.Kind switch
        {
            "decide" or "propose" or "second" => $"{shape.Kind} {Field("GATE")}/{Field("OUTCOME")}",
            "assign" or "unassign" => $"{shape.Kind} {Field("STAFFID")}",
            "record-consent" => $"{shape.Kind} {Field("PURPOSE")}",
            "grade-evidence" => $"{shape.Kind} {Field("ITEM")}",
            "record-state-decision" => $"{shape.Kind} {Field("OUTCOME")}",
            _ => shape.Kind,
        };
    }

    [GeneratedRegex(@"^(?<count>\d{1,5})\s*(?<unit>min|h|d|w)$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex SpanPattern();
}
