using HumanitarianEntry.Web.Hosting;

namespace HumanitarianEntry.Web.Verbs;

/// <summary>Serves the pages with invented people, in a folder of its own.</summary>
internal static class Demo
{
    private const string Url = "http://localhost:5080";

    public static async Task<int> RunAsync(string[] args)
    {
        var options = Options.Parse(args, ["--urls", "--data"], ["--fresh"], out var complaint);
        if (options is null || options.Positional.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{complaint} Usage: demo [--urls URL] [--data FOLDER] [--fresh]");
            return Verb.WrongUsage;
        }

        var folder = Path.GetFullPath(options["--data"] ?? Path.Combine(".local", "demo"));
        if (options.Has("--fresh") && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var settings = new Dictionary<string, string?> { ["Demo"] = "true", ["Data:Folder"] = folder, ["Mail:ApplicantJitter"] = "00:00:00", ["SignInsPerMinute"] = "600" };
        var builder = Application.Compose([], settings, background: true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var url = options["--urls"] ?? Url;
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        await app.Services.OpenStorageAsync(migrate: true, CancellationToken.None);
        app.UseShell();
        await app.RunAsync();
        return Verb.Done;
    }
}
