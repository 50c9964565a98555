using System.Collections.Frozen;
using System.Text.Json;

namespace HumanitarianEntry.Web.Designers.Studio;

/// <summary>One file of Elsa Studio; <paramref name="Brotli"/> is the same file compressed, where the package has it.</summary>
public sealed record StudioFile(string Path, string? Brotli, string ContentType);

/// <summary>
/// Elsa Studio as the npm package brings it (MIT), in a folder of this machine: restored by the verb install-designer, never part of this program. Only the files that
/// were there at the start are served; the package's own page is not, because it asks other addresses for fonts.
/// </summary>
public sealed class StudioPackage
{
    /// <summary>The version that this program was tried with; the policy below holds for it and for no other.</summary>
    public const string Version = "3.8.2";

    public const string Package = "@elsa-workflows/elsa-studio-wasm";

    /// <summary>
    /// The least that this version runs with. The hashes are those of two inline scripts, one of its editor and one of its list of runs, which bind keys; styles are written inline by its parts; the code editor works in a
    /// blob worker. No 'unsafe-eval'.
    /// </summary>
    public static readonly Hosting.OwnContentPolicy Policy = new(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=' 'sha256-vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts='; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "worker-src 'self' blob:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'self'");

    private static readonly FrozenSet<string> NotServed = new[] { "index.html", "package.json" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".wasm"] = "application/wasm",
        [".js"] = "text/javascript",
        [".css"] = "text/css",
        [".json"] = "application/json",
        [".dat"] = "application/octet-stream",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".svg"] = "image/svg+xml",
        [".cur"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".ttf"] = "font/ttf",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, StudioFile> files;

    private StudioPackage(FrozenDictionary<string, StudioFile> files) => this.files = files;

    /// <summary>The folder in which the package lies or is to lie.</summary>
    public static string FolderOf(IConfiguration configuration) => Path.GetFullPath(configuration["Designer:Folder"] ?? Path.Combine(AppContext.BaseDirectory, "designer"));

    /// <exception cref="InvalidOperationException">The package is missing or is of another version; the message says what to do.</exception>
    public static StudioPackage Open(string folder)
    {
        var root = Path.Combine(folder, "node_modules", Package);
        var about = Path.Combine(root, "package.json");
        if (!File.Exists(about))
        {
            throw new InvalidOperationException($"The setting Designer is on, but Elsa Studio is not in {folder}. Run the verb install-designer (needs npm), set Designer:Folder to where it is, or switch Designer off.");
        }

        using var read = JsonDocument.Parse(File.ReadAllText(about));
        var version = read.RootElement.GetProperty("version").GetString();
        if (version != Version)
        {
            throw new InvalidOperationException($"Elsa Studio in {folder} is version {version}; this program was tried with {Version} only. Run the verb install-designer.");
        }

        var found = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(root, path).Replace('\\', '/')))
            .Where(file => !NotServed.Contains(file.Name) && Types.ContainsKey(Path.GetExtension(file.Name)));
        return new StudioPackage(found.ToFrozenDictionary(
            file => file.Name,
            file => new StudioFile(file.Path, File.Exists(file.Path + ".br") ? file.Path + ".br" : null, Types[Path.GetExtension(file.Name)]),
            StringComparer.Ordinal));
    }

    public StudioFile? Find(string name) => files.GetValueOrDefault(name);
}
