namespace HumanitarianEntry.Dossiers.Rendering;

/// <summary>Where the worker lies: beside the program when it was published, in the source folder after a build.</summary>
internal static class WorkerLocation
{
    private const string Folder = "dossier-worker";
    private const string Pointer = "dossier-worker.path";

    public static string Find(string? configured) => Find(configured, "worker.mjs", "@myriaddreamin/typst-ts-node-compiler");

    /// <summary>The same folder, for what makes working copies.</summary>
    public static string FindCopies(string? configured) => Find(configured, "copies.mjs", "sharp", "pdf-lib", "libheif-js");

    /// <summary>The same folder, for what reads finished PDFs.</summary>
    public static string FindReader(string? configured) => Find(configured, "reader.mjs", "unpdf");

    private static string Find(string? configured, string script, params ReadOnlySpan<string> packages)
    {
        var folder = configured ?? Published() ?? Built()
            ?? throw Missing("The dossier worker is neither beside the program nor named in its settings.");
        if (!File.Exists(Path.Combine(folder, script)))
            throw Missing($"No {script} in {folder}.");
        foreach (var package in packages)
        {
            if (!File.Exists(Path.Combine(folder, "node_modules", package, "package.json")))
                throw Missing($"The packages of the dossier worker are missing. Run: npm ci --prefix \"{folder}\"");
        }

        return folder;
    }

    public static string FindNode(string? configured)
    {
        if (configured is not null)
            return File.Exists(configured) ? configured : throw Missing($"No Node at {configured}.");
        var name = OperatingSystem.IsWindows() ? "node.exe" : "node";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists)
            ?? throw Missing("Node.js 20 or newer was not found on the PATH. Install it (Debian: apt-get install nodejs npm), or name it in the settings.");
    }

    /// <summary>The fonts every dossier is set in; the regular cut of each family.</summary>
    public static IReadOnlyList<string> RegularFonts(string folder)
    {
        string[] fonts = [.. Directory.EnumerateFiles(Path.Combine(folder, "node_modules", "@expo-google-fonts"), "*_400Regular.ttf", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)];
        return fonts.Length > 0 ? fonts : throw Missing($"The fonts of the dossier worker are missing. Run: npm ci --prefix \"{folder}\"");
    }

    private static string? Published()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, Folder);
        return Directory.Exists(folder) ? folder : null;
    }

    private static string? Built()
    {
        var pointer = Path.Combine(AppContext.BaseDirectory, Pointer);
        return File.Exists(pointer) ? File.ReadAllText(pointer).Trim() : null;
    }

    private static DossierRenderException Missing(string message) => new(DossierRenderFailure.WorkerMissing, message);
}
