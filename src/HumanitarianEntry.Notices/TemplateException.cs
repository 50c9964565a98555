namespace HumanitarianEntry.Notices;

/// <summary>A template file is missing or wrong. The program must not start with it.</summary>
/// <param name="path">The file.</param>
/// <param name="fault">What is wrong, as the end of a sentence that begins with the file.</param>
public sealed class TemplateException(string path, string fault) : Exception($"{path} {fault}.")
{
    public string Path { get; } = path;
}
