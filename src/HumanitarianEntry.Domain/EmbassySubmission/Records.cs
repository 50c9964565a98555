using System.Collections.Immutable;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.EmbassySubmission;

/// <summary>One released dossier handed to one post. The recipient is a function, not only a person (handbook G9).</summary>
public sealed record Submission(int DossierVersion, string Sha256, string Channel, string RecipientFunction, string State);

public sealed record Receipt(string Number, PartialDate On);

/// <summary>The post's question. A question or deferral is not a refusal (handbook G10).</summary>
public sealed record InformationRequest(string Question, string AskedBy, DateOnly? DueOn);

public sealed record InformationAnswer(string Text, ImmutableList<string> Annexes)
{
    /// <summary>Which question it answers, counted from 1.</summary>
    public required int Question { get; init; }
}

/// <param name="Remedy">Legal remedy and where to bring it; "unknown" is allowed, silence is not.</param>
public sealed record StateDecision(
    string Outcome, DateOnly DecidedOn, string Instrument, string Reason, ImmutableList<string> Conditions, string? Remedy, DateOnly? RemedyUntil, DateOnly? ValidUntil);
