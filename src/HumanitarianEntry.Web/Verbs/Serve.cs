using HumanitarianEntry.Web.Hosting;

namespace HumanitarianEntry.Web.Verbs;

/// <summary>Serves the pages until it is told to stop.</summary>
internal static class Serve
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    public static async Task<int> RunAsync(string[] args)
    {
        var options = Options.Parse(args, ["--urls"], ["--migrate"], out var complaint);
        if (options is null || options.Positional.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{complaint} Usage: run [--urls URL] [--migrate]");
            return Verb.WrongUsage;
        }

        var builder = Application.Compose([], null, background: true);
        builder.WebHost.UseUrls(options["--urls"] ?? builder.Configuration["Urls"] ?? DefaultUrl);
        await using var app = builder.Build();
        if (Installation.KeyIsBesideTheData(app.Configuration))
        {
            app.Logger.LogWarning("The master key lies beside the data: who seizes this machine can read it. Set MasterKey:Command, MasterKey:Variable or MasterKey:File on another disk");
        }

        if (Installation.HasNoScanner(app.Configuration))
        {
            app.Logger.LogWarning("No malware scanner is set: files of the evidence are not scanned, and no dossier with files is handed over. Install clamd and set HE_Clamd to its socket");
        }

        await app.Services.OpenStorageAsync(options.Has("--migrate"), CancellationToken.None);
        app.UseShell();
        await app.RunAsync();
        return Verb.Done;
    }
}
