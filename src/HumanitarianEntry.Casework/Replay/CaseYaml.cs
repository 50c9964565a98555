using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>A YAML node of a case file that knows where it stands, so that every complaint names a line.</summary>
internal sealed class CaseYaml(string file, YamlNode node)
{
    private int? lineOfOther;

    public int Line => lineOfOther ?? (int)Math.Min(node.Start.Line, int.MaxValue);

    public bool IsText => node is YamlScalarNode;

    public bool IsList => node is YamlSequenceNode;

    public bool IsMap => node is YamlMappingNode;

    public bool IsEmpty => node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };

    /// <exception cref="CaseFileException">The file is not YAML, or holds no or several documents.</exception>
    public static CaseYaml Read(string file, TextReader text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(text);
        }
        catch (YamlException failure)
        {
            throw new CaseFileException(file, (int)failure.Start.Line, failure.InnerException?.Message ?? failure.Message);
        }

        return stream.Documents.Count == 1
            ? new CaseYaml(file, stream.Documents[0].RootNode)
            : throw new CaseFileException(file, 1, $"a case file holds one document, this one holds {stream.Documents.Count.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>A word that the file leaves out because it follows from the rest; it stands where that stands.</summary>
    public static CaseYaml Word(string file, CaseYaml at, string word) => new(file, new YamlScalarNode(word)) { lineOfOther = at.Line };

    public CaseFileException Wrong(string problem) => new(file, Line, problem);

    public string Text() => node is YamlScalarNode { Value: { } value } scalar && (value.Length > 0 || scalar.Style != ScalarStyle.Plain) ? value : throw Wrong("a text is expected here");

    public IReadOnlyList<CaseYaml> Items() =>
        node is YamlSequenceNode list ? [.. list.Children.Select(Of)] : throw Wrong("a list is expected here: '- ...' lines or [a, b]");

    /// <summary>One value or a list of values.</summary>
    public IReadOnlyList<CaseYaml> OneOrMore() => IsList ? Items() : [this];

    public IReadOnlyList<(CaseYaml Key, CaseYaml Value)> Fields() =>
        node is YamlMappingNode map ? [.. map.Children.Select(pair => (Of(pair.Key), Of(pair.Value)))] : throw Wrong("'name: value' lines are expected here");

    /// <summary>The fields by name; a name that is not in the list stops the reading.</summary>
    public IReadOnlyDictionary<string, CaseYaml> Fields(params ReadOnlySpan<string> known)
    {
        var fields = new Dictionary<string, CaseYaml>(StringComparer.Ordinal);
        foreach (var (key, value) in Fields())
        {
            fields[known.Contains(key.Text()) ? key.Text() : throw key.Wrong($"'{key.Text()}' is not known here. Known: {string.Join(", ", known.ToArray())}")] = value;
        }

        return fields;
    }

    public CaseYaml Need(IReadOnlyDictionary<string, CaseYaml> fields, string name) => fields.TryGetValue(name, out var value) ? value : throw Wrong($"'{name}' is missing");

    public bool YesNo() => Text() switch
    {
        "true" or "yes" => true,
        "false" or "no" => false,
        var other => throw Wrong($"'{other}' is not yes or no"),
    };

    public int Whole() =>
        int.TryParse(Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong($"'{Text()}' is not a whole number");

    public DateOnly Day() =>
        DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Wrong($"'{Text()}' is not a day. Write 2023-05-02");

    /// <summary>One word of an enumeration, written in kebab case.</summary>
    public T OneOf<T>()
        where T : struct, Enum
    {
        var wanted = Words.Squash(Text());
        foreach (var value in Enum.GetValues<T>())
        {
            if (Words.Squash(value.ToString()) == wanted)
            {
                return value;
            }
        }

        throw Wrong($"'{Text()}' is not known here. Known: {string.Join(", ", Enum.GetNames<T>())}");
    }

    private CaseYaml Of(YamlNode child) => new(file, child);
}

/// <summary>Words of the program and words of a case file are the same when only hyphens and capitals differ.</summary>
internal static class Words
{
    public static string Squash(string word) => word.Replace("-", string.Empty, StringComparison.Ordinal).ToUpperInvariant();
}
