using System.Globalization;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Seeding;
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
        await Console.Out.WriteLineAsync(Installation.HasNoScanner(app.Configuration)
            ? "\nDEMONSTRATION WITHOUT A MALWARE SCANNER: files are let through unscanned, and every page about them says so. Set HE_Clamd to the socket of clamd to have them scanned.\n"
            : "\nDemonstration: files that cannot be scanned for malware are let through, and every page about them says so.\n");
        await Console.Out.WriteLineAsync("Making invented people and cases (DEMO) through the real acts ...");
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var logIns = await scope.ServiceProvider.GetRequiredService<DemoSeed>().RunAsync(Path.Combine(AppContext.BaseDirectory, "cases"), null, CancellationToken.None);
            await PrintAsync(logIns, url, folder);
        }

        app.UseShell();
        await app.StartAsync();
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(app.Lifetime.ApplicationStopping);
        await app.WaitForShutdownAsync(stopped.Token);
        return Verb.Done;
    }

    private static async Task PrintAsync(DemoLogIns logIns, string url, string folder)
    {
        var write = Console.Out;
        await write.WriteLineAsync($"\nHumanitarianEntry, demonstration: everybody is invented. Data in {folder}\n\n  {url}/sign-in   staff: user name, password {logIns.Password}, code\n");
        await write.WriteLineAsync($"  {"user name",-14}{"roles",-34}authenticator key (or: the verb 'code KEY')");
        foreach (var account in logIns.Accounts)
        {
            await write.WriteLineAsync($"  {account.UserName,-14}{string.Join(", ", account.Roles),-34}{account.AuthenticatorKey}");
        }

        await write.WriteLineAsync($"\n  {url}/enter     applicants: reference and code\n");
        foreach (var one in logIns.Cases)
        {
            await write.WriteLineAsync($"  {one.Reference}   {one.AccessCode}   {one.WaitsAt}");
        }

        await write.WriteLineAsync($"\n  {url}/demo/codes  the current sign-in codes (demonstration only)\n  {url}/            first page. Stop with Ctrl+C.\n");
    }
}

/// <summary>Prints the code that an authenticator app would show now, for people without one at hand.</summary>
internal static class CodeOf
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var key])
        {
            await Console.Error.WriteLineAsync("Usage: code AUTHENTICATOR-KEY");
            return Verb.WrongUsage;
        }

        var now = TimeProvider.System.GetUtcNow();
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Totp.Now(key, now)}   (changes in {30 - (now.ToUnixTimeSeconds() % 30)} s)"));
        return Verb.Done;
    }
}
