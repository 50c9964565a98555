namespace HumanitarianEntry.Workflows.Definitions;

/// <summary>A definition file that cannot be used. Names the file, the line where known, and a code (D1.. for shape, V0.. for rules).</summary>
public sealed class DefinitionException(string fileName, int? line, string code, string reason)
    : Exception(line is null ? $"{fileName}: {code}: {reason}" : $"{fileName}:{line}: {code}: {reason}")
{
    public string FileName { get; } = fileName;

    /// <summary>One-based line in the file, null when the problem has no place of its own.</summary>
    public int? Line { get; } = line;

    public string Code { get; } = code;

    public string Reason { get; } = reason;
}

/// <summary>One broken rule: its code (V0..V15), the activity it was seen at (null: the whole document), why it is dangerous and how to draw it instead.</summary>
public sealed record DefinitionFinding(string Code, string? ActivityId, string Message, int? Line = null)
{
    /// <summary>The finding as one line: file, line, code, activity, reason.</summary>
    public string In(string fileName) => $"{fileName}{(Line is { } line ? $":{line}" : string.Empty)}: {Code}: {(ActivityId is null ? string.Empty : $"{ActivityId}: ")}{Message}";
}
