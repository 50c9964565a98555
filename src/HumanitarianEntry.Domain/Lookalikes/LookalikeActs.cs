using System.Globalization;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Lookalikes;

/// <summary>The search found the same file, or nearly the same picture. Told once for each pair; within one case it is said and nobody is alarmed.</summary>
[ActKind("note-lookalike", Compartment.Evidence, Role.System)]
public sealed record NoteLookalike(string Item, LookalikeKind Kind) : Act
{
    public const string Topic = "lookalike-found";

    public string? OtherItem { get; init; }
    public Guid? Other { get; init; }
    public string? OtherReference { get; init; }

    /// <summary>In more cases than are named one by one.</summary>
    public bool IsInMany { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Evidence.Find(Item)?.File is null || (OtherItem is { } label && file.Evidence.Find(label)?.File is null))
        {
            yield return new Blocker("evidence-file-unknown", $"{Item} has no such file.");
        }

        if (Item == OtherItem || Other == file.Id)
        {
            yield return new Blocker("same-file", "A file is not compared with itself.");
        }

        if (file.Evidence.Lookalikes.Values().Any(IsThis))
        {
            yield return new Blocker("known-already", "Nothing new looks alike.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var label = "L" + (file.Evidence.Lookalikes.Count + 1).ToString(CultureInfo.InvariantCulture);
        var found = new Lookalike(label, Item, Kind) { OtherItem = OtherItem, Other = Other, OtherReference = OtherReference, IsInMany = IsInMany };
        return new(file with { Evidence = file.Evidence with { Lookalikes = file.Evidence.Lookalikes.Add(context.Record(found, "search for the same picture")) } })
        {
            Told = found.IsAlarm ? [new Told(Role.EvidenceCustodian, Topic), new Told(Role.Coordinator, Topic)] : [],
        };
    }

    private bool IsThis(Lookalike known) =>
        OtherItem is not null ? (known.Item == Item && known.OtherItem == OtherItem) || (known.Item == OtherItem && known.OtherItem == Item)
        : known.IsAlarm && known.Item == Item && known.Other == Other && known.IsInMany == IsInMany;
}

/// <summary>
/// Says what an alarm means, for this case alone. Only a coordinator can know: nobody else learns which the other case is. Whoever is on that case answers there. Another answer later takes its place.
/// </summary>
[ActKind("answer-lookalike", Compartment.Evidence, Role.Coordinator)]
public sealed record AnswerLookalike(string Label, LookalikeVerdict Verdict, string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Evidence.Lookalikes.Values().FirstOrDefault(l => l.Label == Label) is not { IsAlarm: true } found)
        {
            yield return new Blocker("lookalike-unknown", $"There is no alarm {Label} on this case.");
        }
        else if (found.OtherReference is { } reference && Reason.Contains(reference, StringComparison.OrdinalIgnoreCase))
        {
            yield return new Blocker("names-other-case", "The reason names the other case. Everybody who works on the evidence of this case reads it: say it without.");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Write the reason in a sentence or two.");
        }

        if (file.Position.Finished)
        {
            yield return new Blocker("gate-is-not-open", $"The case is {file.Position.State}.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Evidence = file.Evidence with { LookalikeAnswers = file.Evidence.LookalikeAnswers.Add(context.Record(new LookalikeAnswer(Label, Verdict, Reason.Trim()), "judgement", Confidence.Confirmed)) } });
}
