using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Translations;

namespace HumanitarianEntry.Domain.Interviews;

/// <summary>Compartment "interview": sessions, answers with the person's own words, statements, and the service and persecution facts drawn from them.</summary>
public sealed record InterviewFacts : CompartmentFacts
{
    public ImmutableList<Recorded<InterviewSession>> Sessions { get; init; } = [];

    /// <summary>Breaks and ends of sessions, in order.</summary>
    public ImmutableList<Recorded<SessionMoment>> Moments { get; init; } = [];
    public ImmutableList<Recorded<Answer>> Answers { get; init; } = [];
    public ImmutableList<Recorded<ReadBack>> ReadBacks { get; init; } = [];
    public ImmutableList<Recorded<Statement>> Statements { get; init; } = [];

    /// <summary>What the person stands by: of each language the last statement that is signed, with its number among all. A form begins with the last text, so a later one takes its place; what he took out of it is said no more.</summary>
    public IEnumerable<(int Number, Recorded<Statement> Statement)> StandingStatements() =>
        Statements.Select((s, i) => (Number: i + 1, Statement: s)).GroupBy(s => s.Statement.Value.Language, StringComparer.Ordinal).Select(g => g.LastOrDefault(s => s.Statement.Value.Signed, g.Last())).OrderBy(s => s.Number);
    public ImmutableList<Recorded<ServicePeriod>> Service { get; init; } = [];
    public ImmutableList<Recorded<Prosecution>> Prosecutions { get; init; } = [];

    /// <summary>What was made of sources that do not fit together; null before the first time. No fact about the person, and no part of a dossier.</summary>
    public ImmutableList<Recorded<MismatchStep>>? MismatchSteps { get; init; }

    /// <summary>Service periods about which the vetting asks for another talk; null before the first. No fact about the person, and no part of a dossier.</summary>
    public ImmutableList<Recorded<FollowUp>>? FollowUps { get; init; }

    /// <summary>Translations of statements and answers; null before the first order.</summary>
    public TranslationBook? Translations { get; init; }

    /// <summary>The answer that counts for a question: the latest.</summary>
    public Answer? AnswerTo(string code) => Answers.Values().LastOrDefault(a => a.Code == code);

    public IEnumerable<Answer> CurrentAnswers => Answers.Values().GroupBy(a => a.Code, StringComparer.Ordinal).Select(g => g.Last());

    /// <summary>The session that runs now; null when none was begun or the last one has ended.</summary>
    public Recorded<InterviewSession>? Running => Sessions.LastOrDefault() is { } last && !Moments.Values().Any(m => m.Session == last.Value.Number && m.Kind == SessionMomentKind.Ended) ? last : null;

    /// <summary>Since when the running session has its break; null when they talk.</summary>
    public DateTimeOffset? BreakSince => Running is { } running && Moments.LastOrDefault(m => m.Value.Session == running.Value.Number) is { Value.Kind: SessionMomentKind.BreakBegan } began ? began.Provenance.At : null;

    /// <summary>The question set that the interview was begun with.</summary>
    public Questionnaire Questions => Sessions.FirstOrDefault() is { } first ? Questionnaire.Of(first.Value.QuestionnaireVersion) : Questionnaire.Current;

    /// <summary>Who led sessions of a kind or recorded answers in them.</summary>
    public IEnumerable<Guid> Led(SessionKind kind)
    {
        var numbers = Sessions.Where(s => s.Value.Kind == kind).Select(s => s.Value.Number).ToHashSet();
        return Sessions.Where(s => s.Value.Kind == kind).Select(s => s.Provenance.By).Concat(Answers.Where(a => a.Provenance.Role == Role.Screener && numbers.Contains(a.Value.Session)).Select(a => a.Provenance.By)).Distinct();
    }

    /// <summary>Everyone who interviewed, and may therefore not vet.</summary>
    public IEnumerable<Guid> Interviewers => Sessions.Select(s => s.Provenance.By).Concat(Answers.Where(a => a.Provenance.Role == Role.Screener).Select(a => a.Provenance.By)).Distinct();
}

public enum InterviewMode
{
    InPerson,
    Video,
    Audio,
    Chat,
}

/// <summary>What a session is for.</summary>
public enum SessionKind
{
    /// <summary>Free narrative and the questions of the guide.</summary>
    Interview,

    /// <summary>What an answer marked as a trigger asks for, led by another officer (handbook G3, G4c).</summary>
    Exclusion,
}

/// <param name="QuestionnaireVersion">The question set it is held with; it stays when a newer one appears.</param>
public sealed record InterviewSession(int Number, InterviewMode Mode, string Language, bool WithInterpreter, string QuestionnaireVersion)
{
    public SessionKind Kind { get; init; }

    /// <summary>The interpreter's working code; never a name (handbook G3).</summary>
    public string? InterpreterCode { get; init; }
}

public enum SessionMomentKind
{
    BreakBegan,
    BreakEnded,
    Ended,
}

/// <summary>How a session ended.</summary>
public enum SessionEnding
{
    /// <summary>Everything for this session was asked.</summary>
    Done,

    /// <summary>To be gone on with another time.</summary>
    GoesOn,

    /// <summary>It hurt too much: help comes before questions.</summary>
    Distress,

    /// <summary>He was not alone or not safe any more.</summary>
    Unsafe,

    /// <summary>The connection broke and did not come back.</summary>
    LineLost,
}

/// <param name="Ending">With <see cref="SessionMomentKind.Ended"/> only.</param>
public sealed record SessionMoment(int Session, SessionMomentKind Kind, SessionEnding? Ending, string? Note);

/// <param name="Value">What was understood, in the working language.</param>
/// <param name="Verbatim">The person's own words in his own language.</param>
/// <param name="Trigger">The interviewer found that the answer needs an exclusion assessment (G4c).</param>
public sealed record Answer(int Session, string Code, string Value, string? Verbatim, bool Trigger);

/// <summary>The record was read back to the person, who corrected or confirmed it and signed; what was read is sealed.</summary>
public sealed record ReadBack(int Session, bool Confirmed, string? Corrections)
{
    /// <summary>In which language it was read.</summary>
    public string? Language { get; init; }

    /// <summary>Working code of the interpreter who read it, if one did.</summary>
    public string? InterpreterCode { get; init; }

    /// <summary>The first so many answers, statements and moments of the record are what was read.</summary>
    public int Answers { get; init; }
    public int Statements { get; init; }
    public int Moments { get; init; }

    /// <summary>See <see cref="InterviewSeal"/>.</summary>
    public string? Seal { get; init; }
}

public sealed record Statement(string Language, string Text, string? Translation, string? TranslationLanguage, string? TranslatorFunction, bool Signed);

public enum ServiceBasis
{
    Conscript,
    Contract,
    Mobilised,
    PrisonRecruit,
    Volunteer,
    Student,
    OfficerSchool,
}

/// <param name="Unit">Five-digit number of the military unit; empty where only the name is known.</param>
/// <param name="RemoteRole">Post of the remote-role list: signals more than 10 km away, staff, rear, medical (handbook, unit rules).</param>
public sealed record ServicePeriod(
    string Label, string Force, string Unit, string? UnitName, string Place, PartialDate From, PartialDate? To, string Rank, string Post, ServiceBasis Basis, bool OnUkrainianTerritory, bool RemoteRole);

public enum ProsecutionStatus
{
    Rumour,
    CaseOpened,
    ChargedInAbsentia,
    ArrestOrder,
    WantedFederal,
    WantedInterstate,
    ConvictedInAbsentia,
}

public sealed record Prosecution(string State, string Article, ProsecutionStatus Status, string? Body, string? Number, PartialDate? On, string LearntFrom);
