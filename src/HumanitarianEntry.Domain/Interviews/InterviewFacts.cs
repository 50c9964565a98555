using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.Interviews;

/// <summary>Compartment "interview": sessions, answers with the person's own words, statements, and the service and persecution facts drawn from them.</summary>
public sealed record InterviewFacts : CompartmentFacts
{
    public ImmutableList<Recorded<InterviewSession>> Sessions { get; init; } = [];
    public ImmutableList<Recorded<Answer>> Answers { get; init; } = [];
    public ImmutableList<Recorded<ReadBack>> ReadBacks { get; init; } = [];
    public ImmutableList<Recorded<Statement>> Statements { get; init; } = [];
    public ImmutableList<Recorded<ServicePeriod>> Service { get; init; } = [];
    public ImmutableList<Recorded<Prosecution>> Prosecutions { get; init; } = [];

    /// <summary>The answer that counts for a question: the latest.</summary>
    public Answer? AnswerTo(string code) => Answers.Values().LastOrDefault(a => a.Code == code);

    public IEnumerable<Answer> CurrentAnswers => Answers.Values().GroupBy(a => a.Code, StringComparer.Ordinal).Select(g => g.Last());

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

public sealed record InterviewSession(int Number, InterviewMode Mode, string Language, bool WithInterpreter, string QuestionnaireVersion);

/// <param name="Value">What was understood, in the working language.</param>
/// <param name="Verbatim">The person's own words in his own language.</param>
/// <param name="Trigger">The interviewer found that the answer needs an exclusion assessment (G4c).</param>
public sealed record Answer(int Session, string Code, string Value, string? Verbatim, bool Trigger);

/// <summary>The record was read back to the person, who corrected or confirmed it and signed.</summary>
public sealed record ReadBack(int Session, bool Confirmed, string? Corrections);

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

/// <param name="Unit">Five-digit number of the military unit.</param>
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
