using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Replay;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.JourneyTests.Crashes;
using HumanitarianEntry.JourneyTests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.JourneyTests.Interviews;

/// <summary>Invented cases (DEMO) that stand at the interview, put there by the acts of a case file without pages.</summary>
public static class InterviewCases
{
    private const string File = "not-recommended.yaml";

    /// <summary>A case whose interview is due, with both screeners of the office on it.</summary>
    public static async Task<(Guid Id, string Reference)> CaseBeforeInterviewAsync(this DemoOffice office, string name)
    {
        var walk = CaseWalk.Read(Path.Combine(Repository.Root, "tests", "cases", File));
        var staff = new[] { "intake", "screener", "coordinator" }.ToDictionary(p => $"{walk.Name}-{p}", p => office.Seats[p].Id, StringComparer.Ordinal);
        var acts = office.Services.GetRequiredService<ActRunner>();
        var (caseId, reference) = (Guid.Empty, string.Empty);
        for (var step = 0; walk.Steps[step].What != "start-interview"; step++)
        {
            var request = walk.RequestFor(name, step, caseId, staff, TimeProvider.System.GetUtcNow());
            (caseId, reference) = await acts.RunAsync(request, CancellationToken.None) is ActResult.Done done ? (done.CaseId, done.Reference) : throw new InvalidOperationException($"{walk.Steps[step].What} was not done.");
        }

        await office.ActAsync("coordinator", caseId, new AssignStaff(office.Seats["screener2"].Id, Role.Screener, CaseLoader.TeamOf("demo-org", null)));
        return (caseId, reference);
    }
}
