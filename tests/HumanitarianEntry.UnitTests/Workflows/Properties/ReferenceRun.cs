using System.Collections.Immutable;

namespace HumanitarianEntry.UnitTests.Workflows.Properties;

/// <summary>
/// The meaning of a drawing told a second time, slowly: every token carries the whole way in which it came to be (which round of which fork, which branch, which entry of which box).
/// A join asks the tokens, not the drawing. Shares nothing with the engine but the notation.
/// </summary>
internal sealed class ReferenceRun
{
    private const string OpenEnd = "(open end)";
    private readonly Dictionary<string, Sketch> levelOf = new(StringComparer.Ordinal);
    private readonly Queue<Token> moving = new();
    private readonly List<Token> waiting = [];
    private readonly List<Token> failed = [];
    private readonly List<Token> joined = [];
    private readonly List<Token> boxes = [];
    private readonly List<string> kept = [];
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);
    private readonly Sketch root;
    private int rounds;

    public ReferenceRun(Sketch sketch)
    {
        root = sketch;
        foreach (var level in sketch.Levels)
            foreach (var (id, _, _) in level.Items)
                levelOf.Add(id, level);
        moving.Enqueue(new Token(sketch.Items[0].Id, Via: "", []));
        Settle();
    }

    private sealed record Frame(string Owner, int Round, string Branch);

    private sealed record Token(string At, string Via, ImmutableList<Frame> Came)
    {
        public bool IsOf(string owner, int round) => Came.Exists(frame => frame.Owner == owner && frame.Round == round);
    }

    public bool IsFinished { get; private set; }

    public bool IsStalled => !IsFinished && waiting.Count == 0 && failed.Count == 0;

    public string Position => string.Join(",", waiting.Select(token => token.At).Order(StringComparer.Ordinal));

    public string Incidents => string.Join(",", failed.Select(token => token.At).Order(StringComparer.Ordinal));

    public void Set(string name, string value) => variables[name] = value;

    /// <summary>False when nothing waits there.</summary>
    public bool Complete(string id)
    {
        if (IsFinished || waiting.Find(token => token.At == id) is not { } found) return false;
        waiting.Remove(found);
        Leave(found, "Done");
        Settle();
        return true;
    }

    public bool Happen(string name)
    {
        if (IsFinished) return false;
        var awaiting = waiting.Where(token => Is(token, "event") && ItemOf(token.At).Argument == name).ToList();
        if (awaiting.Count == 0) kept.Add(name);
        foreach (var token in awaiting)
            if (waiting.Remove(token))
            {
                Leave(token, "Done");
                Settle();
            }
        return true;
    }

    public bool Retry(string id)
    {
        if (IsFinished || failed.Find(token => token.At == id) is not { } found) return false;
        failed.Remove(found);
        moving.Enqueue(found);
        Settle();
        return true;
    }

    private (string Id, string Kind, string Argument) ItemOf(string id) => levelOf[id][id];

    private bool Is(Token token, string kind) => ItemOf(token.At).Kind == kind;

    private string Value(string name) => variables.GetValueOrDefault(name, "0");

    private void Settle()
    {
        while (!IsFinished)
        {
            if (moving.TryDequeue(out var token)) Take(token);
            else if (boxes.LastOrDefault(IsEmpty) is { } box) Close(box);
            else return;
        }
        foreach (var list in new[] { waiting, failed, joined, boxes }) list.Clear();
        moving.Clear();
    }

    private void Close(Token box)
    {
        boxes.Remove(box);
        Leave(box with { Came = box.Came.RemoveAt(box.Came.Count - 1) }, "Done");
    }

    private bool IsEmpty(Token box)
    {
        var own = box.Came[^1];
        return !waiting.Concat(failed).Concat(joined).Concat(moving).Concat(boxes.Where(other => other != box)).Any(token => token.IsOf(own.Owner, own.Round));
    }

    private void Take(Token token)
    {
        if (token.At == OpenEnd)
        {
            IsFinished = true;
            return;
        }
        var (id, kind, argument) = ItemOf(token.At);
        switch (kind)
        {
            case "event" when kept.Remove(argument):
                Leave(token, "Done");
                break;
            case "task" or "event" or "delay":
                waiting.Add(token);
                break;
            case "reads" when Value(argument) != "1":
                failed.Add(token);
                break;
            case "step" or "reads":
                Leave(token, "Done");
                break;
            case "decision":
                Leave(token, Value(argument) == "1" ? "True" : "False");
                break;
            case "finish":
                IsFinished = true;
                break;
            case "flownode":
                var entered = token with { Came = token.Came.Add(new Frame(id, ++rounds, "")) };
                boxes.Add(entered);
                moving.Enqueue(new Token(levelOf[id].Inner[argument].Entry, Via: "", entered.Came));
                break;
            case "fork":
                rounds++;
                foreach (var arrow in levelOf[id].Arrows.Where(arrow => arrow.Source == id)) Leave(token with { Came = token.Came.Add(new Frame(id, rounds, arrow.Port)) }, arrow.Port);
                break;
            case "join":
                Meet(token, argument);
                break;
            default:
                throw new InvalidOperationException($"the model knows no '{kind}'");
        }
    }

    private void Meet(Token token, string mode)
    {
        if (token.Came.IsEmpty) throw new InvalidOperationException($"a token reaches {token.At} without having passed a fork");
        var own = token.Came[^1];
        if (own.Branch.Length == 0) throw new InvalidOperationException($"a token reaches {token.At} without having passed a fork in its box");
        var emitted = token with { Came = token.Came.RemoveAt(token.Came.Count - 1) };
        if (mode == "WaitAny")
        {
            foreach (var list in new[] { waiting, failed, joined, boxes }) list.RemoveAll(other => other.IsOf(own.Owner, own.Round));
            var others = moving.Where(other => !other.IsOf(own.Owner, own.Round)).ToList();
            moving.Clear();
            foreach (var other in others) moving.Enqueue(other);
            Leave(emitted, "Done");
            return;
        }
        if (joined.Exists(other => other.At == token.At && other.Came[^1] == own)) throw new InvalidOperationException($"branch {own.Branch} of {own.Owner} arrives twice at {token.At}");
        joined.Add(token);
        var here = joined.Where(other => other.At == token.At && other.Came[^1].Owner == own.Owner && other.Came[^1].Round == own.Round).ToList();
        if (here.Count < ItemOf(own.Owner).Argument.Split(',').Length) return;
        joined.RemoveAll(here.Contains);
        Leave(emitted, "Done");
    }

    private void Leave(Token token, string port)
    {
        var level = levelOf[token.At];
        var arrows = level.Arrows.Where(arrow => arrow.Source == token.At && arrow.Port == port).ToList();
        foreach (var arrow in arrows) moving.Enqueue(new Token(arrow.Target, $"{arrow.Source}:{port}", token.Came));
        // The notation leaves the root's open ends to a Finish of their own.
        if (arrows.Count == 0 && ReferenceEquals(level, root)) moving.Enqueue(token with { At = OpenEnd });
    }
}
