using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.JourneyTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Crashes;

/// <summary>kill -9 while a decision is stored: afterwards it is wholly there or not at all, and the same form can be sent again.</summary>
public sealed class ADecisionSurvivesAKilledServer(ITestOutputHelper output)
{
    private const int Rounds = 8;

    [Fact]
    public async Task Decision_ServerKilledAtARandomMoment_IsWhollyThereOrAbsentAndCanBeSentAgain()
    {
        Assert.SkipUnless(File.Exists(Repository.Application), $"the application is not built at {Repository.Application}");
        await using var office = await DemoOffice.OpenAsync();
        var port = ServerProcess.FreePort();
        var server = await ServerProcess.StartAsync(office, port, mail: null);
        try
        {
            using var intake = new Typist(server.Address);
            await intake.SignInAsync(office.Seats["intake"]);
            var usual = await UsualTimeAsync(office, intake);
            var absent = 0;
            for (var round = 1; round <= Rounds; round++)
            {
                var demo = await office.NewCaseAsync();
                var form = await DecisionAsync(intake, demo.Reference);
                var wait = TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)(usual.TotalMilliseconds * 1.3) + 1));
                var sending = intake.TrySendAsync(form);
                await Task.Delay(wait);
                await server.KillAsync();
                var answer = await sending;
                await server.DisposeAsync();
                server = await ServerProcess.StartAsync(office, port, mail: null);

                var after = await office.TracesAsync(demo.Id, form.ActKey);
                output.WriteLine($"Round {round}: killed after {wait.TotalMilliseconds:0} of {usual.TotalMilliseconds:0} ms, answer {answer?.ToString() ?? "none"}, then {after}");
                absent += after.Act ? 0 : 1;
                AssertWhole(after, answered: answer == HttpStatusCode.Redirect);
                await AssertChainAsync(office, demo.Id);

                Assert.Equal(HttpStatusCode.Redirect, await intake.SendAsync(form));
                var again = await office.TracesAsync(demo.Id, form.ActKey);
                Assert.True(again is { State: "ConsentPending", Act: true, AuditEntries: 1 }, $"{again}");
                AssertWhole(again, answered: true);
                Assert.True(!after.Act || again == after, $"The second sending changed what the first had done: {after} became {again}.");
                await AssertChainAsync(office, demo.Id);
            }

            output.WriteLine($"{absent} of {Rounds} decisions were absent after the kill, {Rounds - absent} were there.");
            var verified = await ServerProcess.RunVerbAsync(office, "verify-audit");
            Assert.True(verified.ExitCode == 0, verified.Output);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<TimeSpan> UsualTimeAsync(DemoOffice office, Typist intake)
    {
        // Measured on a server that has just started, as in every round.
        var form = await DecisionAsync(intake, (await office.NewCaseAsync()).Reference);
        var clock = Stopwatch.StartNew();
        Assert.Equal(HttpStatusCode.Redirect, await intake.SendAsync(form));
        return clock.Elapsed;
    }

    private static Task<OpenForm> DecisionAsync(Typist intake, string reference)
    {
        var path = $"/screeners/cases/{reference}/gates/referral";
        return intake.ReadFormAsync(path, path, ("Form.Outcome", "accept"), ("Form.Reason", "DEMO: in danger, we take him on."));
    }

    private static void AssertWhole(Traces traces, bool answered)
    {
        if (traces.Act)
        {
            Assert.True(traces is { State: "ConsentPending", AuditEntries: 1, Notices: > 0, Mails: > 0 }, $"Half of the decision is there: {traces}");
        }
        else
        {
            Assert.False(answered, "The server said that it was stored, and it is not.");
            Assert.True(traces is { State: "Referred", AuditEntries: 0, Notices: 0, Mails: 0 }, $"Half of the decision is there: {traces}");
        }
    }

    private static async Task AssertChainAsync(DemoOffice office, Guid caseId) =>
        Assert.Null(await office.Services.GetRequiredService<AuditVerifier>().VerifyCaseAsync(caseId, CancellationToken.None));
}
