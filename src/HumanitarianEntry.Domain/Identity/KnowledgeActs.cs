using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Identity;

/// <summary>What somebody who is who he says knows without papers.</summary>
public enum KnowledgeTopic
{
    HomeTown,
    School,
    Family,
    Work,
    DraftOffice,
    Training,
    UnitAndBase,
    Commanders,
    WhereThePapersCameFrom,
}

public enum KnowledgeResult
{
    /// <summary>Answered as it can be checked from elsewhere.</summary>
    Fits,

    /// <summary>Answered, and nothing is at hand to check it by.</summary>
    NotChecked,

    DoesNotKnow,

    /// <summary>Contradicts what is known of it, or of him.</summary>
    Contradicts,
}

/// <param name="Note">What was asked and what it was checked by; needed for everything but "not checked".</param>
public sealed record KnowledgeAnswer(KnowledgeTopic Topic, KnowledgeResult Result, string Note);

public sealed record KnowledgeCheck(ImmutableList<KnowledgeAnswer> Answers)
{
    public bool IsContradicted => Answers.Exists(a => a.Result == KnowledgeResult.Contradicts);
}

/// <summary>Asks about a life that only he has lived (handbook G2, biographic knowledge check). Supports a grade and never makes one; a contradiction must be looked at before the identity is called proven.</summary>
[ActKind("check-knowledge", Compartment.Identity, Role.Screener)]
public sealed record CheckKnowledge(ImmutableList<KnowledgeAnswer> Answers) : Act
{
    /// <summary>Fewer say nothing: anybody can learn a town by heart.</summary>
    public const int LeastTopics = 4;

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Answers.Count < LeastTopics)
        {
            yield return new Blocker("too-few-topics", $"Ask about at least {LeastTopics} parts of his life.");
        }

        if (Answers.DistinctBy(a => a.Topic).Count() != Answers.Count)
        {
            yield return new Blocker("topic-twice", "Each part of his life stands once.");
        }

        if (Answers.Exists(a => a.Result != KnowledgeResult.NotChecked && string.IsNullOrWhiteSpace(a.Note)))
        {
            yield return new Blocker("note-missing", "Write what was asked and what you checked it by.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Identity = file.Identity with { KnowledgeChecks = file.Identity.KnowledgeChecks.Add(context.Record(new KnowledgeCheck([.. Answers.Select(a => a with { Note = a.Note.Trim() })]), "knowledge check")) } });
}

public enum Recognition
{
    Yes,
    No,
    CaseByCase,
}

/// <param name="State">ISO 3166-1 alpha-2.</param>
/// <param name="Since">From when on the state does so, where it is known.</param>
public sealed record PaperRecognition(string DocumentLabel, string State, Recognition Recognised, string Source, DateOnly? Since);

/// <summary>Whether a state takes a paper for travel (handbook section 3: since 2023 some no longer take the old passports). The newest word for each paper and state counts.</summary>
[ActKind("record-recognition", Compartment.Identity, Role.Screener, Role.IntakeOfficer)]
public sealed record RecordRecognition(string Document, string State, Recognition Recognised, string Source) : Act
{
    public DateOnly? Since { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Identity.Documents.Values().Any(d => d.Label == Document))
        {
            yield return new Blocker("document-unknown", $"There is no paper {Document}.");
        }

        if (State.Length != 2 || !State.All(char.IsAsciiLetterUpper))
        {
            yield return new Blocker("country-unknown", "Name the state by its two-letter code.");
        }

        if (string.IsNullOrWhiteSpace(Source))
        {
            yield return new Blocker("source-missing", "Say where this is written, or who of the state said it.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Identity = file.Identity with { Recognitions = file.Identity.Recognitions.Add(context.Record(new PaperRecognition(Document, State, Recognised, Source.Trim(), Since), "state")) } });
}
