using HumanitarianEntry.Casework.Replay;

namespace HumanitarianEntry.Casework.Seeding;

/// <summary>One demonstration case: a case file cut off where a gate waits.</summary>
/// <param name="Before">The act before which it stops, as the replay prints it; null: to the end of the file.</param>
internal sealed record DemoPlan(string Name, string File, string WaitsAt, string? Before)
{
    /// <summary>The case file whose watch-lists the demonstration loads.</summary>
    public const string ListsOf = CaseA;

    private const string CaseA = "case-a.yaml";

    public static IReadOnlyList<DemoPlan> All { get; } =
    [
        new("referral", CaseA, "waits at referral", "decide referral/accept"),
        new("consent", CaseA, "waits at consent", "decide consent/consented"),
        new("identity", CaseA, "waits at identity", "decide identity/verified"),
        new("interview", CaseA, "waits at interview", "decide interview/complete"),
        new("vetting", CaseA, "waits at vetting and evidence", "propose vetting/clear"),
        new("second-vetter", CaseA, "waits for the second vetter", "second vetting/clear"),
        new("panel", "panel.yaml", "waits for the panel of three", "second vetting/clear-with-remarks"),
        new("evidence", CaseA, "waits at evidence", "decide evidence/sufficient"),
        new("recommendation", CaseA, "waits at recommendation", "propose recommendation/recommend"),
        new("routing", CaseA, "waits at routing", "decide routing/route"),
        new("dossier", CaseA, "waits at dossier", "propose dossier/released"),
        new("submission", CaseA, "waits at submission", "decide submission/sent"),
        new("decision", CaseA, "waits for the embassy", "request-information"),
        new("question", CaseA, "waits for an answer to the embassy", "answer-information-request"),
        new("travel-document", CaseA, "waits at travel document", "decide travel-document/issued"),
        new("travel-safety", CaseA, "waits at travel safety", "second travel-safety/go"),
        new("journey", CaseA, "is on the way", "decide journey/arrived"),
        new("reception", CaseA, "waits at reception", "decide reception/accepted"),
        new("closed", CaseA, "is closed: arrived and settled", null),
        new("refused", "refused-by-embassy.yaml", "is closed: refused by the embassy", null),
        new("not-recommended", "not-recommended.yaml", "is closed: not recommended", null),
        new("withdrawn", "withdrawn-at-vetting.yaml", "is withdrawn", null),
    ];

    /// <summary>The last step before the first one that really does <see cref="Before"/>: refused tries on the way belong to the story.</summary>
    public int? LastStep(string path)
    {
        if (Before is null)
        {
            return null;
        }

        var steps = CaseFileReader.Read(path).Steps;
        var stop = steps.FirstOrDefault(s => s.What == Before && s.Refusal is null) ?? throw new InvalidOperationException($"{File} has no step '{Before}'.");
        return stop.Number - 1;
    }
}
