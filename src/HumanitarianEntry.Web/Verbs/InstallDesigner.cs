using System.ComponentModel;
using System.Diagnostics;
using HumanitarianEntry.Web.Designers.Studio;
using HumanitarianEntry.Web.Hosting;

namespace HumanitarianEntry.Web.Verbs;

/// <summary>Restores Elsa Studio with npm into the folder from which it is served. npm holds what comes against the hash in our lock file.</summary>
internal static class InstallDesigner
{
    private static readonly string[] Lists = ["package.json", "package-lock.json"];

    public static async Task<int> RunAsync(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables(KnownSettings.Prefix).Build();
        var folder = StudioPackage.FolderOf(configuration);
        Directory.CreateDirectory(folder);
        foreach (var list in Lists)
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "designer-lists", list), Path.Combine(folder, list), overwrite: true);
        }

        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm") { WorkingDirectory = folder, UseShellExecute = false };
        foreach (var word in new[] { "ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error" })
        {
            start.ArgumentList.Add(word);
        }

        try
        {
            using var npm = Process.Start(start)!;
            await npm.WaitForExitAsync();
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException($"npm could not restore Elsa Studio into {folder} (see above). The designer stays off; nothing else needs it.");
            }
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("npm was not found. Install Node.js 20 or newer with npm, or copy the folder from a machine that has it and set Designer:Folder.", missing);
        }

        StudioPackage.Open(folder);
        await Console.Out.WriteLineAsync($"Elsa Studio {StudioPackage.Version} is in {folder}. Switch it on with HE_Designer=true.");
        return Verb.Done;
    }
}
