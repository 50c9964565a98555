using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>Reads what must hold after a step. Each word of "expect" becomes one check that says what is different.</summary>
internal sealed class ExpectationReader(IReadOnlyDictionary<string, ReplayPerson> people)
{
    /// <summary>Every word that "expect" knows, with what it takes; the page of documentation is held against this list.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "state", "refused", "not-found", "open-gates", "tasks", "notices", "not-told", "mails", "applicant-sees", "applicant-cannot-see", "travel-flag", "priority", "outcome",
        "evidence", "evidence-counts", "identity-grade", "hits", "overlaps", "exclusions", "dossier", "decision", "assigned", "timers", "disclosures", "reminders", "audit-valid",
    ];

    public (ExpectedRefusal? Refusal, IReadOnlyList<Expectation> Expect) Read(CaseYaml expect)
    {
        var fields = expect.Fields([.. Known]);
        ExpectedRefusal? refusal = null;
        if (fields.TryGetValue("refused", out var refused))
        {
            refusal = new ExpectedRefusal([.. refused.OneOrMore().Select(c => c.Text()).Order(StringComparer.Ordinal)], false, refused.Line);
        }

        if (fields.TryGetValue("not-found", out var hidden) && hidden.YesNo())
        {
            refusal = refusal is null ? new ExpectedRefusal([], true, hidden.Line) : throw hidden.Wrong("an act is either refused or not found");
        }

        return (refusal, [.. fields.Where(f => f.Key is not ("refused" or "not-found")).Select(f => Check(f.Key, f.Value))]);
    }

    private Expectation Check(string name, CaseYaml value) => name switch
    {
        "state" => Word(value, name, s => s.File.Position.State, value.OneOf<CaseState>()),
        "applicant-sees" => Word(value, name, s => StateTable.For(s.File.Position.State).Coarse, value.OneOf<CoarseStatus>()),
        "applicant-cannot-see" => OwnViewExpectation.Read(value),
        "priority" => Word(value, name, s => s.File.Priority, value.OneOf<Priority>()),
        "travel-flag" => Word(value, name, s => TravelSafetyGate.IsWanted(s.File), value.YesNo()),
        "identity-grade" => Word(value, name, s => s.File.Identity.Gradings.Latest()?.Grade, (Domain.Identity.IdentityGrade?)value.OneOf<Domain.Identity.IdentityGrade>()),
        "outcome" => Text(value, name, s => s.Row.Outcome, value.Text()),
        "disclosures" => Word(value, name, s => s.Disclosures, value.Whole()),
        "reminders" => Word(value, name, s => s.File.Travel.Reminders.Count, value.Whole()),
        "open-gates" => Set(value, name, s => s.File.Position.Open.Select(o => GateTable.For(o.Gate).Key), Gates(value)),
        "tasks" => Pairs(value, name, s => s.OpenWaits.Where(w => w.Gate is not null).Select(w => (w.Gate!, w.Role ?? "none"))),
        "notices" => Notices(value),
        "not-told" => NotTold(value),
        "mails" => value.IsList ? Bag(value, name, s => s.NewMails, value.Items().Select(Audience)) : Word(value, name, s => s.NewMails.Count, value.Whole()),
        "evidence" => Grades(value),
        "evidence-counts" => Set(
            value, name, s => s.File.Evidence.Items.Values().Select(i => i.Label).Where(l => EvidenceGate.Counts(s.File.Evidence, l, s.Programme.Rules.Evidence)), value.OneOrMore().Select(v => v.Text())),
        "hits" => Pairs(value, name, s => (s.File.Vetting.LatestRun?.Value.Hits ?? []).Select(h => (h.Label, Keys.Kebab(h.Class.ToString())))),
        "overlaps" => Pairs(value, name, s => VettingGate.CurrentOverlaps(s.File).Select(o => ($"{o.ServiceLabel} {o.IncidentId}", Keys.Kebab(o.Result.ToString())))),
        "exclusions" => Pairs(value, name, s => s.File.Vetting.Exclusions.Values().GroupBy(e => e.Subject, StringComparer.Ordinal).Select(g => (g.Key, Keys.Kebab(g.Last().Conclusion.ToString())))),
        "dossier" => DossierExpectation.Read(value),
        "decision" => Decision(value),
        "assigned" => Set(value, name, s => s.File.Assignments.Select(a => s.KeyOf(a.StaffId)).Distinct(StringComparer.Ordinal), value.OneOrMore().Select(Person)),
        "timers" => value.IsList
            ? Set(value, name, s => s.ArmedTimers.Select(t => t.DueAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), value.Items().Select(v => v.Day().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            : Word(value, name, s => s.ArmedTimers.Count, value.Whole()),
        "audit-valid" => Word(value, name, s => s.Fault is null, value.YesNo()),
        _ => throw value.Wrong($"'{name}' is not known here"),
    };

    private static Expectation Word<T>(CaseYaml value, string name, Func<Snapshot, T> actual, T expected) =>
        Text(value, name, s => actual(s)?.ToString(), expected?.ToString());

    private static Expectation Text(CaseYaml value, string name, Func<Snapshot, string?> actual, string? expected) =>
        Expectation.That(value.Line, s => Differs(name, expected ?? "none", actual(s) ?? "none"));

    private static Expectation Set(CaseYaml value, string name, Func<Snapshot, IEnumerable<string>> actual, IEnumerable<string> expected)
    {
        var sorted = Sorted(expected.Distinct(StringComparer.Ordinal));
        return Expectation.That(value.Line, s => Differs(name, sorted, Sorted(actual(s).Distinct(StringComparer.Ordinal))));
    }

    private static Expectation Bag(CaseYaml value, string name, Func<Snapshot, IEnumerable<string>> actual, IEnumerable<string> expected)
    {
        var sorted = Sorted(expected);
        return Expectation.That(value.Line, s => Differs(name, sorted, Sorted(actual(s))));
    }

    private static Expectation Pairs(CaseYaml value, string name, Func<Snapshot, IEnumerable<(string Key, string Value)>> actual)
    {
        var expected = value.IsList && value.Items().Count == 0 ? [] : value.Fields().Select(f => $"{f.Key.Text()} {f.Value.Text()}");
        return Set(value, name, s => actual(s).Select(p => $"{p.Key} {p.Value}"), [.. expected]);
    }

    /// <summary>The grades of the items named; others may exist.</summary>
    private static Expectation Grades(CaseYaml value)
    {
        var expected = value.Fields().Select(f => (Item: f.Key.Text(), Grade: f.Value.Text())).ToList();
        return Expectation.That(value.Line, s => Differs(
            "evidence",
            string.Join(", ", expected.Select(e => $"{e.Item} {e.Grade}")),
            string.Join(", ", expected.Select(e => $"{e.Item} {s.File.Evidence.GradeOf(e.Item)?.ToString() ?? (s.File.Evidence.Find(e.Item) is null ? "missing" : "ungraded")}"))));
    }

    /// <summary>A list of audiences, or how many notices each of them got.</summary>
    private Expectation Notices(CaseYaml value)
    {
        if (!value.IsMap)
        {
            return Set(value, "notices", s => s.NewNotices.Select(n => n.Audience), value.OneOrMore().Select(Audience));
        }

        var expected = value.Fields().Select(f => (Audience: Audience(f.Key), Count: f.Value.Whole())).ToList();
        return Expectation.That(value.Line, s => Differs(
            "notices",
            string.Join(", ", expected.Select(e => $"{e.Audience} {e.Count.ToString(CultureInfo.InvariantCulture)}")),
            string.Join(", ", expected.Select(e => $"{e.Audience} {s.NewNotices.Count(n => n.Audience == e.Audience).ToString(CultureInfo.InvariantCulture)}"))));
    }

    private Expectation NotTold(CaseYaml value)
    {
        var silent = value.OneOrMore().Select(Audience).ToHashSet(StringComparer.Ordinal);
        return Expectation.That(value.Line, s => s.NewNotices.Select(n => n.Audience).FirstOrDefault(silent.Contains) is { } told ? $"expected that {told} is not told, was told" : null);
    }

    private Expectation Decision(CaseYaml value)
    {
        var fields = value.Fields("gate", "outcome", "by", "proposed-by", "dissent");
        var gate = GateTable.For(GateKey(value.Need(fields, "gate")));
        var expected = new List<(string Name, string Value, Func<GateDecision, Snapshot, string?> Actual)>
        {
            ("outcome", gate.Outcomes.Contains(value.Need(fields, "outcome").Text()) ? fields["outcome"].Text() : throw fields["outcome"].Wrong($"{gate.Key} has no outcome '{fields["outcome"].Text()}'. It has: {string.Join(", ", gate.Outcomes)}"), (d, _) => d.Outcome),
        };
        if (fields.TryGetValue("by", out var by))
        {
            expected.Add(("by", Person(by), (d, s) => s.KeyOf(d.By.By)));
        }

        if (fields.TryGetValue("proposed-by", out var proposer))
        {
            expected.Add(("proposed-by", Person(proposer), (d, s) => d.ProposedBy is { } first ? s.KeyOf(first.By) : null));
        }

        if (fields.TryGetValue("dissent", out var dissent))
        {
            expected.Add(("dissent", dissent.Whole().ToString(CultureInfo.InvariantCulture), (d, _) => d.Dissent.Count.ToString(CultureInfo.InvariantCulture)));
        }

        return Expectation.That(value.Line, s => s.File.DecisionOn(gate.Gate) is { } decision
            ? expected.Select(e => Differs($"decision {gate.Key} {e.Name}", e.Value, e.Actual(decision, s) ?? "none")).FirstOrDefault(m => m is not null)
            : $"expected a decision on {gate.Key}, was none");
    }

    private static List<string> Gates(CaseYaml value) => [.. value.OneOrMore().Select(GateKey)];

    private static string GateKey(CaseYaml value) =>
        GateTable.Exists(value.Text()) ? value.Text() : throw value.Wrong($"there is no gate '{value.Text()}'. Known: {string.Join(", ", GateTable.Rows.Select(r => r.Key))}");

    /// <summary>A role, "applicant", or for mails the key of a person.</summary>
    private string Audience(CaseYaml value) => people.ContainsKey(value.Text()) ? value.Text() : Keys.Of(value.OneOf<Role>());

    private string Person(CaseYaml value) =>
        value.Text() is "applicant" or "system" || people.ContainsKey(value.Text()) ? value.Text() : throw value.Wrong($"'{value.Text()}' is not one of the people of this file");

    private static string Sorted(IEnumerable<string> words) => string.Join(", ", words.Order(StringComparer.Ordinal)) is { Length: > 0 } text ? text : "none";

    private static string? Differs(string name, string expected, string actual) => expected == actual ? null : $"expected {name} {expected}, was {actual}";
}
