using System.Text;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Recommendation;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.WebTests.Hosting;

/// <summary>Walks an invented case (DEMO) on from the recommendation to the travel document.</summary>
public static class PostWalk
{
    public const string Recipient = "Embassy of France in Astana, consular section";

    /// <summary>First bytes of the file that stands for a rendered dossier.</summary>
    public const string PdfText = "%PDF-1.7 DEMO dossier";

    private static readonly Gate[] Steps = [Gate.Recommendation, Gate.Routing, Gate.Dossier, Gate.Submission, Gate.Decision];

    /// <summary>A case that waits at this gate between recommendation and travel document; nothing of the gate's own work is done yet.</summary>
    public static async Task<DemoCase> CaseAfterAssessmentAsync(this CaseHost host, Gate gate)
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        await host.ActAsync(demo.Crew.Screener.Actor, demo.Id, new RecordDocumentObstacle("DEMO: never had one.", "DEMO: refused.", "DEMO: none for foreigners."));
        foreach (var step in Steps.TakeWhile(s => s != gate))
        {
            await host.PassLateAsync(demo, step);
        }

        return demo;
    }

    /// <summary>Takes a case whose interview is passed on to the gate of the dossier.</summary>
    public static async Task ReachDossierAsync(this CaseHost host, DemoCase demo)
    {
        foreach (var gate in new[] { Gate.Vetting, Gate.Evidence })
        {
            await host.PassAsync(demo, gate);
        }

        await host.ActAsync(demo.Crew.Screener.Actor, demo.Id, new RecordDocumentObstacle("DEMO: never had one.", "DEMO: refused.", "DEMO: none for foreigners."));
        await host.PassLateAsync(demo, Gate.Recommendation);
        await host.PassLateAsync(demo, Gate.Routing);
    }

    public static Task PassLateAsync(this CaseHost host, DemoCase demo, Gate gate)
    {
        var (id, crew) = (demo.Id, demo.Crew);
        return gate switch
        {
            Gate.Recommendation => host.PairAsync(id, Gate.Recommendation, "recommend", crew.Coordinator.Actor, crew.SecondCoordinator.Actor, new WriteRecommendation("DEMO inside summary", [.. Criteria.Codes.Select(c => new CriterionFinding(c, "DEMO inside finding") { Result = CriterionResult.Met, Evidence = c == Criteria.Engagement ? ["E1"] : [] })])),
            Gate.Routing => host.RouteAsync(demo),
            Gate.Dossier => host.ReleaseAsync(demo),
            Gate.Submission => host.DoAsync(crew.SubmissionOfficer.Actor, id, new SubmitDossier("liaison page", Recipient), new DecideGate(Gate.Submission, "sent", "DEMO: handed over.")),
            Gate.Decision => host.ActAsync(crew.Liaison.Actor, id, new RecordStateDecision("accepted", new DateOnly(2026, 1, 5), "DEMO letter", "DEMO: accepted.")),
            _ => throw new ArgumentException($"This walk does not pass {gate}.", nameof(gate)),
        };
    }

    /// <summary>Makes a version as the worker does: a file in the store, then the act that names it.</summary>
    public static async Task MakeVersionAsync(this CaseHost host, DemoCase demo)
    {
        await host.ActAsync(demo.Crew.DossierOfficer.Actor, demo.Id, new MakeDossier("fr", Recipient));
        await host.RenderedAsync(demo);
    }

    /// <summary>The answer of the worker to the last request.</summary>
    public static async Task RenderedAsync(this CaseHost host, DemoCase demo, LeakScan? scan = null)
    {
        var file = await host.FileAsync(demo.Id);
        var request = file.Dossier.Requests.Latest()!;
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes($"{PdfText} {request.Version}"));
        var stored = await host.Services.GetRequiredService<CaseFiles>().ReceiveAsync(demo.Id, content, "dossier.pdf", CancellationToken.None);
        var version = new DossierVersion(request.Version, request.Language, request.RecipientFunction, request.InputsHash, stored.FileId, stored.Sha256, stored.Size, 1, default) { Scan = scan ?? new LeakScan(WithheldValues.HashOf(file), 1, []) };
        await host.ActAsync(SystemActor.Instance, demo.Id, new RecordDossierVersion(version));
    }

    /// <summary>Says of every claim that is open that it cannot be checked from here.</summary>
    public static async Task SettleClaimsAsync(this CaseHost host, DemoCase demo)
    {
        foreach (var open in Ledger.Of(await host.FileAsync(demo.Id)).Where(s => s.IsOpen))
        {
            await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new MarkClaimUnsupported(open.Claim.Key, UnsupportedBecause.CannotBeCheckedFromHere));
        }
    }

    private static async Task RouteAsync(this CaseHost host, DemoCase demo)
    {
        await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new DecideGate(Gate.Routing, "route", "DEMO: fits."));
        await host.SettleClaimsAsync(demo);
    }

    private static async Task ReleaseAsync(this CaseHost host, DemoCase demo)
    {
        await host.MakeVersionAsync(demo);
        await host.PairAsync(demo.Id, Gate.Dossier, "released", demo.Crew.DossierOfficer.Actor, demo.Crew.Coordinator.Actor);
    }

    private static async Task PairAsync(this CaseHost host, Guid id, Gate gate, string outcome, Actor first, Actor second, params Act[] before)
    {
        await host.DoAsync(first, id, [.. before, new ProposeDecision(gate, outcome, "DEMO: proposed.")]);
        await host.ActAsync(second, id, new SecondDecision(gate, outcome, "DEMO: agreed."));
    }
}
