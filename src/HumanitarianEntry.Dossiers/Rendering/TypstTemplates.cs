using System.Text;
using System.Text.RegularExpressions;

namespace HumanitarianEntry.Dossiers.Rendering;

/// <summary>The look: every .typ file of a folder that an organisation may change. Packages from the network are refused.</summary>
public sealed partial class TypstTemplates
{
    public const string Main = "dossier.typ";

    private TypstTemplates(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> files) => Files = files;

    internal IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> Files { get; }

    /// <exception cref="DossierRenderException">The folder has no dossier.typ, or a template imports a package.</exception>
    public static TypstTemplates Load(string folder)
    {
        if (!File.Exists(Path.Combine(folder, Main)))
            throw new DossierRenderException(DossierRenderFailure.TemplateRefused, $"No {Main} in the template folder {folder}.");
        return new([.. Directory.EnumerateFiles(folder, "*.typ").Order(StringComparer.Ordinal).Select(Read)]);
    }

    private static (string, ReadOnlyMemory<byte>) Read(string file)
    {
        var name = Path.GetFileName(file);
        var source = File.ReadAllText(file);
        if (Package().IsMatch(source))
            throw new DossierRenderException(DossierRenderFailure.TemplateRefused, $"The template {name} names a package (\"@...\"): templates may use only files of their own folder.");
        return (name, Encoding.UTF8.GetBytes(source));
    }

    // Any string that begins with @ could be a package, also when it reaches import through a variable.
    [GeneratedRegex("\"\\s*@", RegexOptions.CultureInvariant)]
    private static partial Regex Package();
}
