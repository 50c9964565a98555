using System.Diagnostics;
using System.Net;
using HumanitarianEntry.JourneyTests.Crashes;
using HumanitarianEntry.JourneyTests.Hosting;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Operations;

/// <summary>A second program holds the write lock of the database for long (a backup, a careless tool): people are told, nothing typed is lost, and the same form goes through afterwards.</summary>
public sealed class ALockedDatabaseLosesNothing
{
    private const string Reason = "DEMO: he is in danger & we take him on <at once>.";

    [Fact]
    public async Task Decision_WhileAnotherProgramHoldsTheLock_IsKeptAndGoesThroughAfterwards()
    {
        Assert.SkipUnless(File.Exists(Repository.Application), $"the application is not built at {Repository.Application}");
        Assert.SkipWhen(LockHolder.Missing is not null, LockHolder.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        await using var server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null);
        var demo = await office.NewCaseAsync();
        var path = $"/screeners/cases/{demo.Reference}/gates/referral";
        using var intake = new Typist(server.Address);
        await intake.SignInAsync(office.Seats["intake"]);
        var form = await intake.ReadFormAsync(path, path, ("Form.Outcome", "accept"), ("Form.Reason", Reason));

        await using (await LockHolder.TakeAsync(Path.Combine(office.Folder, "case.db")))
        {
            var asked = Stopwatch.StartNew();
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await intake.SendAsync(form, keepPage: true));
            Assert.True(asked.Elapsed < TimeSpan.FromSeconds(50), $"She waited {asked.Elapsed.TotalSeconds:0} seconds for an answer.");
            Assert.Contains("nothing was changed", intake.LastPage, StringComparison.Ordinal);
            Assert.Contains(WebUtility.HtmlEncode(Reason), intake.LastPage, StringComparison.Ordinal);
            Assert.Equal(form.ActKey, intake.FormOfLastPage(path).ActKey);

            // Reading a case is recorded before it is shown: while nothing can be recorded, nothing is shown.
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "10"), await intake.GetAsync($"/screeners/cases/{demo.Reference}"));
            Assert.Contains("Try again", intake.LastPage, StringComparison.Ordinal);
            Assert.DoesNotContain("DEMO handle", intake.LastPage, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await intake.GetAsync("/health")).Status);
            Assert.False((await office.TracesAsync(demo.Id, form.ActKey)).Act);
            await intake.SendAsync(form, keepPage: true);
        }

        var again = intake.FormOfLastPage(path);
        Assert.Equal(Reason, again.Fields.Single(f => f.Key == "Form.Reason").Value);
        Assert.Equal(HttpStatusCode.Redirect, await intake.SendAsync(again));
        Assert.Equal(HttpStatusCode.Redirect, await intake.SendAsync(again));
        var stored = await office.TracesAsync(demo.Id, form.ActKey);
        Assert.True(stored is { State: "ConsentPending", Act: true, AuditEntries: 1, Notices: > 0 }, $"{stored}");
        Assert.Equal(0, (await ServerProcess.RunVerbAsync(office, "verify-audit")).ExitCode);
    }
}

/// <summary>A real second process with a write transaction on a SQLite file.</summary>
internal sealed class LockHolder : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";
    private const string Program = "import sqlite3,sys\nc=sqlite3.connect(sys.argv[1],isolation_level=None,timeout=30)\nc.execute('BEGIN IMMEDIATE')\nprint('held',flush=True)\nsys.stdin.read()\nc.execute('ROLLBACK')\n";
    private readonly Process process;

    private LockHolder(Process process) => this.process = process;

    public static string? Missing => File.Exists(Python) ? null : "python3 is not installed (Debian package python3)";

    public static async Task<LockHolder> TakeAsync(string database)
    {
        var holder = Process.Start(new ProcessStartInfo(Python, ["-c", Program, database]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        return await holder.StandardOutput.ReadLineAsync() == "held" ? new LockHolder(holder) : throw new InvalidOperationException("The lock could not be taken.");
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
