using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.UnitTests.Workflows.Properties;

/// <summary>A drawing as plain text: boxes by id, arrows as <c>source:port>target</c>, and the drawings inside its boxes. Knows nothing of the engine.</summary>
internal sealed class Sketch
{
    public List<(string Id, string Kind, string Argument)> Items { get; } = [];

    public List<(string Source, string Port, string Target)> Arrows { get; } = [];

    public Dictionary<string, Sketch> Inner { get; } = new(StringComparer.Ordinal);

    public string Text => Items.Count == 0 ? "" : string.Join(",", Items.Select(item => item.Argument.Length > 0 ? $"{item.Id}:{item.Kind}({item.Argument})" : $"{item.Id}:{item.Kind}"));

    public string ArrowText => string.Join(" ", Arrows.Select(arrow => $"{arrow.Source}:{arrow.Port}>{arrow.Target}"));

    public (string Id, string Kind, string Argument) this[string id] => Items.Single(item => item.Id == id);

    public IEnumerable<Sketch> Levels => Inner.Values.SelectMany(inner => inner.Levels).Prepend(this);

    public string Entry => Items.Where(item => Arrows.TrueForAll(arrow => arrow.Target != item.Id)).Select(item => item.Id).FirstOrDefault() ?? Items[0].Id;

    public IEnumerable<string> Variables => Levels.SelectMany(level => level.Items).Where(item => item.Kind is "decision" or "reads").Select(item => item.Argument).Distinct(StringComparer.Ordinal);

    /// <summary>Reads the short notation of the recordings.</summary>
    public static Sketch Read(string items, string arrows)
    {
        var sketch = new Sketch();
        foreach (var item in Drawing.Split(items))
        {
            var kind = item[(item.IndexOf(':', StringComparison.Ordinal) + 1)..];
            var open = kind.IndexOf('(', StringComparison.Ordinal);
            sketch.Items.Add((item.Split(':')[0], open < 0 ? kind : kind[..open], open < 0 ? "" : kind[(open + 1)..^1]));
        }
        foreach (var arrow in arrows.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (from, to) = (arrow.Split('>')[0], arrow.Split('>')[1]);
            sketch.Arrows.Add((from.Split(':')[0], from.Contains(':', StringComparison.Ordinal) ? from.Split(':')[1] : "Done", to));
        }
        return sketch;
    }

    public Sketch Copy()
    {
        var copy = new Sketch();
        copy.Items.AddRange(Items);
        copy.Arrows.AddRange(Arrows);
        foreach (var (id, inner) in Inner) copy.Inner[id] = inner.Copy();
        return copy;
    }

    public WorkflowDefinition ToDefinition(string versionId = "drawing-v1")
    {
        var drawing = new Drawing { VersionId = versionId };
        Prepare(drawing);
        return drawing.Build(Text, ArrowText);
    }

    /// <summary>The same drawing with every box as a run of its own: what was inside is a definition that the step starts and waits for.</summary>
    public WorkflowDefinition ToFamily(Func<string, string> valueOf, string id = "drawing", string versionId = "drawing-v1")
    {
        var items = string.Join(",", Items.Select(item => item.Kind switch
        {
            "flownode" => $"{item.Id}:dispatch({item.Argument})",
            _ when item.Argument.Length > 0 => $"{item.Id}:{item.Kind}({item.Argument})",
            _ => $"{item.Id}:{item.Kind}",
        }));
        var own = Items.Where(item => item.Kind is "decision" or "reads").Select(item => $"{item.Argument}={valueOf(item.Argument)}").Distinct(StringComparer.Ordinal);
        return new Drawing { DefinitionId = id, VersionId = versionId }.With(string.Join(' ', own)).Build(items, ArrowText);
    }

    public override string ToString() => string.Join("; ", Levels.Select(level => $"{level.Text} | {level.ArrowText}"));

    private void Prepare(Drawing drawing)
    {
        foreach (var (id, inner) in Inner)
        {
            inner.Prepare(drawing);
            drawing.WithInner(id, inner.Text, inner.ArrowText);
        }
    }
}
