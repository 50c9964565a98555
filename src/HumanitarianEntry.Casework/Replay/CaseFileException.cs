namespace HumanitarianEntry.Casework.Replay;

/// <summary>A case file cannot be read. The message begins with file and line, as compilers write it.</summary>
public sealed class CaseFileException(string file, int line, string problem)
    : Exception(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file}:{line}: {problem}"))
{
    public int Line { get; } = line;
}
