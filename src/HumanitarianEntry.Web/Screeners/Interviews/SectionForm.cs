using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>The answers of one section as they were typed.</summary>
public sealed record SectionForm
{
    // A list that can be filled: the binder leaves read-only ones as they are.
    public List<AnswerForm> Answers { get; init; } = [];

    public static SectionForm Of(string section, InterviewFacts facts) => new() { Answers = [.. Sections.QuestionsOf(section).Select(q => AnswerForm.Of(q.Code, facts))] };
}

/// <param name="Seen">How many answers to this question were on record when the page was shown; tells what was typed anew, and whether somebody else was faster.</param>
public sealed record AnswerForm(string Code, int Seen)
{
    public string? Value { get; init; }
    public string? Verbatim { get; init; }
    public bool Trigger { get; init; }

    public bool SaysTheSameAs(AnswerForm other) => Plain(Value) == Plain(other.Value) && Plain(Verbatim) == Plain(other.Verbatim) && Trigger == other.Trigger;

    private bool IsEmpty => string.IsNullOrWhiteSpace(Value) && string.IsNullOrWhiteSpace(Verbatim) && !Trigger;

    public static AnswerForm Of(string code, InterviewFacts facts)
    {
        var given = GivenTo(code, facts);
        return given is [.., var last] ? new AnswerForm(code, given.Count) { Value = last.Value, Verbatim = last.Verbatim, Trigger = last.Trigger } : new AnswerForm(code, 0);
    }

    /// <summary>True when it differs from what the page showed.</summary>
    public bool IsChanged(InterviewFacts facts)
    {
        var given = GivenTo(Code, facts);
        var shown = Seen > 0 && Seen <= given.Count ? given[Seen - 1] : null;
        return shown is null ? !IsEmpty : Plain(Value) != Plain(shown.Value) || Plain(Verbatim) != Plain(shown.Verbatim) || Trigger != shown.Trigger;
    }

    /// <summary>The answer that was stored after the page was shown, when it differs from this one; null when there is none.</summary>
    public Recorded<Answer>? StoredMeanwhile(InterviewFacts facts) =>
        facts.Answers.FindAll(a => a.Value.Code == Code) is var given && given.Count > Seen && !SaysTheSameAs(Of(Code, facts)) ? given[^1] : null;

    /// <summary>What stands against storing it; null when nothing does.</summary>
    public string? Complaint(InterviewFacts facts)
    {
        if (StoredMeanwhile(facts) is not null)
        {
            return S($"{Code}: another answer was stored while you typed. It stands below yours: join the two in the field and save again. Both stay in the record.");
        }

        return string.IsNullOrWhiteSpace(Value) ? S($"{Code}: write what you understood. “Does not know” and “does not want to say” are answers; an answer that was given cannot be emptied.") : null;
    }

    public GivenAnswer ToAnswer() => new(Code, Value!.Trim()) { Verbatim = string.IsNullOrWhiteSpace(Verbatim) ? null : Verbatim.Trim(), Trigger = Trigger };

    private static List<Answer> GivenTo(string code, InterviewFacts facts) => [.. facts.Answers.Select(a => a.Value).Where(a => a.Code == code)];

    // Browsers send line ends as CR LF.
    private static string Plain(string? text) => (text ?? string.Empty).ReplaceLineEndings("\n").Trim();
}
