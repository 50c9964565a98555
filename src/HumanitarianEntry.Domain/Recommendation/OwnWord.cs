using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Recommendation;

/// <summary>What the person said to the conditions of a recommendation.</summary>
/// <param name="Conditions">The conditions as they were read out.</param>
public sealed record ConditionsAnswer(ImmutableList<string> Conditions, bool Accepts, string? Words);

/// <summary>Nothing goes out as the person's word that the person did not confirm (handbook G6: the applicant signs again when the text changes in substance).</summary>
public static class OwnWord
{
    public static IEnumerable<Blocker> Check(CaseFile file)
    {
        var interview = file.Interview;
        var signed = interview.ReadBacks.LastOrDefault(r => r.Value.Confirmed)?.Provenance.At;
        // What he is said to have done and where counts like an answer; what others found out about him does not.
        if (interview.Answers.Select(a => a.Provenance).Concat(interview.Service.Select(s => s.Provenance)).Any(p => signed is null || p.At > signed))
        {
            yield return new Blocker("answers-not-confirmed", "Answers or times of service were added or changed after the record was read back. Read it back again and have it confirmed.");
        }

        if (interview.Statements.LastOrDefault() is { Value.Signed: false })
        {
            yield return new Blocker("statement-not-signed", "The latest version of the statement is not signed. Have it signed, or record the signed one again.");
        }

        if (file.Recommendation is { Value.Conditions: { Count: > 0 } conditions })
        {
            var answer = file.Dossier.ConditionsAnswers.LastOrDefault(a => a.Provenance.At >= file.Position.BeganAt && a.Value.Conditions.SequenceEqual(conditions, StringComparer.Ordinal))?.Value;
            if (answer is null)
            {
                yield return new Blocker("conditions-not-answered", "The recommendation has conditions. Read them to the person and record the answer.");
            }
            else if (!answer.Accepts)
            {
                yield return new Blocker("conditions-refused", "The person does not accept the conditions of the recommendation. Change them, or decide otherwise.");
            }
        }
    }
}

[ActKind("answer-conditions", Compartment.Dossier, Role.Coordinator, Role.Counsel)]
public sealed record AnswerConditions(bool Accepts) : Act
{
    public string? Words { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Recommendation?.Value.Conditions is not { Count: > 0 })
        {
            yield return new Blocker("no-conditions", "The recommendation has no conditions.");
        }

        if (!Accepts && string.IsNullOrWhiteSpace(Words))
        {
            yield return new Blocker("reason-missing", "Write what the person objects to.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var answer = new ConditionsAnswer(file.Recommendation!.Value.Conditions, Accepts, string.IsNullOrWhiteSpace(Words) ? null : Words.Trim());
        return new(file with { Dossier = file.Dossier with { ConditionsAnswers = file.Dossier.ConditionsAnswers.Add(context.Record(answer, "applicant", Confidence.Confirmed)) } });
    }
}
