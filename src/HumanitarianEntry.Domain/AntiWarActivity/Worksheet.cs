using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Lookalikes;

namespace HumanitarianEntry.Domain.AntiWarActivity;

/// <summary>One answer to one check of one item; who gave it and when stands in its provenance. The latest counts.</summary>
/// <param name="Note">What was seen, or why it is not possible or failed.</param>
public sealed record AnsweredCheck(string Item, VerificationCheck Check, CheckOutcome Outcome, string? Note);

/// <summary>A check with the answer that counts; null while nobody has answered.</summary>
public sealed record WorksheetLine(VerificationCheck Check, Recorded<AnsweredCheck>? Answer)
{
    public CheckOutcome Outcome => Answer?.Value.Outcome ?? CheckOutcome.NotDone;
}

/// <summary>What was checked of one item, and how high its credibility can be for that. Computed from the answers.</summary>
/// <param name="Form">The form of its type that was stated; the strictest one until somebody did, and of every film.</param>
/// <param name="Missing">Minimum checks of that form which are not done.</param>
/// <param name="Failed">Checks of any form that failed.</param>
public sealed record Worksheet(EvidenceItem Item, EvidenceShape Form, ImmutableList<WorksheetLine> Lines, ImmutableList<VerificationCheck> Missing, ImmutableList<VerificationCheck> Failed)
{
    /// <summary>The file looks like one of another case, and nobody has said yet what that means.</summary>
    public bool IsLookalikeOpen { get; init; }

    /// <summary>The file was found to be somebody else's.</summary>
    public bool IsBorrowed { get; init; }

    /// <summary>The best credibility that the checks allow: 1 when all are done, 3 while one is missing or an alarm is open, 4 when one failed or the file is somebody else's.</summary>
    public int BestCredibility => Failed.Count > 0 || IsBorrowed ? 4 : Missing.Count > 0 || IsLookalikeOpen ? 3 : 1;

    public static Worksheet Of(EvidenceFacts facts, EvidenceItem item)
    {
        var lines = MinimumChecks.Of(item.Type).ConvertAll(c => new WorksheetLine(c, facts.Checks.LastOrDefault(a => a.Value.Item == item.Label && a.Value.Check == c)));
        var open = lines.Where(l => l.Outcome != CheckOutcome.Done).Select(l => l.Check).ToImmutableHashSet();
        var forms = MinimumChecks.For(item.Type);
        var stated = facts.Forms?.Values().LastOrDefault(f => f.Item == item.Label)?.Form;
        var form = forms.Find(f => f.Form == stated && EvidenceForms.Of(item).Contains(f.Form)) ?? forms[0];
        return new Worksheet(item, form.Form, lines, form.Checks.FindAll(open.Contains), [.. lines.Where(l => l.Outcome == CheckOutcome.Failed).Select(l => l.Check)])
        {
            IsLookalikeOpen = LookalikeRules.IsOpen(facts, item.Label),
            IsBorrowed = LookalikeRules.IsBorrowed(facts, item.Label),
        };
    }

    /// <summary>What stands against this credibility.</summary>
    public IEnumerable<Blocker> Against(int credibility)
    {
        if (Failed.Count > 0 && credibility < 4)
        {
            yield return new Blocker("check-failed", $"Credibility can be 4 at best: {new Listed(Failed.Cast<object>())} failed.");
        }
        else if (Missing.Count > 0 && credibility < 3)
        {
            yield return new Blocker("checks-missing", $"Credibility better than 3 needs every minimum check. Not done: {new Listed(Missing.Cast<object>())}.");
        }

        if (IsBorrowed && credibility < 4)
        {
            yield return new Blocker("file-borrowed", $"Credibility can be 4 at best: the file of {Item.Label} was found to be somebody else’s.");
        }
        else if (IsLookalikeOpen && credibility < 3)
        {
            yield return new Blocker("lookalike-open", $"Credibility better than 3 waits: the file of {Item.Label} looks like one of another case. A coordinator says first what that means.");
        }
    }
}

/// <summary>Answers one or several checks of an item alike. Another answer later takes its place; the earlier one stays on file.</summary>
[ActKind("check-evidence", Compartment.Evidence, Role.Screener, Role.EvidenceCustodian)]
public sealed record CheckEvidence(string Item, CheckOutcome Outcome, ImmutableList<VerificationCheck> Checks) : Act
{
    public string? Note { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Evidence.Find(Item) is not { } item)
        {
            yield return new Blocker("evidence-unknown", $"There is no evidence item {Item}.");
            yield break;
        }

        if (Checks.IsEmpty)
        {
            yield return new Blocker("check-missing", "Choose at least one check.");
        }

        foreach (var check in Checks.Where(c => !MinimumChecks.Of(item.Type).Contains(c)))
        {
            yield return new Blocker("check-not-of-type", $"{check} is not a check of this kind of evidence.");
        }

        if (Outcome is CheckOutcome.NotPossible or CheckOutcome.Failed && string.IsNullOrWhiteSpace(Note))
        {
            yield return new Blocker("check-unexplained", "Say why it is not possible, or what failed.");
        }

        if (file.Position.Finished)
        {
            yield return new Blocker("gate-is-not-open", $"The case is {file.Position.State}.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim();
        var answers = Checks.Distinct().Select(c => context.Record(new AnsweredCheck(Item, c, Outcome, note), "worksheet", Confidence.Confirmed));
        return new(file with { Evidence = file.Evidence with { Checks = file.Evidence.Checks.AddRange(answers) } });
    }
}

/// <summary>In which form an item comes, where its type comes in several; the last word counts.</summary>
public sealed record StatedForm(string Item, EvidenceShape Form);

public static class EvidenceForms
{
    /// <summary>Kinds of file that move; a picture may still be one of written words.</summary>
    private static readonly ImmutableHashSet<string> Films = ["mp4", "quick-time", "web-m"];

    public static bool IsFilm(EvidenceItem item) => item.File is { Mime: var kind } && (Films.Contains(kind) || kind.StartsWith("video/", StringComparison.OrdinalIgnoreCase));

    /// <summary>The forms that somebody may state of the item: none where its type has one only, and of a film none but that.</summary>
    public static ImmutableList<EvidenceShape> Of(EvidenceItem item) =>
        MinimumChecks.For(item.Type) is { Count: > 1 } forms && !(item.Type == EvidenceType.PublicPost && IsFilm(item)) ? forms.ConvertAll(f => f.Form) : [];
}

/// <summary>Says in which form an item comes: which minimum checks it needs follows from that. Until somebody does, the strictest list holds.</summary>
[ActKind("state-evidence-form", Compartment.Evidence, Role.Screener, Role.EvidenceCustodian)]
public sealed record StateEvidenceForm(string Item, EvidenceShape Form) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Evidence.Find(Item) is not { } item)
        {
            yield return new Blocker("evidence-unknown", $"There is no evidence item {Item}.");
        }
        else if (!EvidenceForms.Of(item).Contains(Form))
        {
            yield return new Blocker("form-not-of-item", $"{Item} does not come in that form. A film stays a film, whatever stands beside it.");
        }

        if (file.Position.Finished)
        {
            yield return new Blocker("gate-is-not-open", $"The case is {file.Position.State}.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Evidence = file.Evidence with { Forms = (file.Evidence.Forms ?? []).Add(context.Record(new StatedForm(Item, Form), "worksheet", Confidence.Confirmed)) } });
}
