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

    /// <summary>What stands against storing it; null when nothing does.</summary>
    public string? Complaint(InterviewFacts facts)
    {
        var given = GivenTo(Code, facts);
        if (given.Count > Seen && !(Plain(given[^1].Value) == Plain(Value) && given[^1].Trigger == Trigger))
        {
            return $"{Code}: somebody else answered this meanwhile: “{given[^1].Value}”. Join the two answers in the field and save again.";
        }

        return string.IsNullOrWhiteSpace(Value) ? $"{Code}: write what you understood. “Does not know” and “does not want to say” are answers; an answer that was given cannot be emptied." : null;
    }

    public GivenAnswer ToAnswer() => new(Code, Value!.Trim()) { Verbatim = string.IsNullOrWhiteSpace(Verbatim) ? null : Verbatim.Trim(), Trigger = Trigger };

    private static List<Answer> GivenTo(string code, InterviewFacts facts) => [.. facts.Answers.Select(a => a.Value).Where(a => a.Code == code)];

    // Browsers send line ends as CR LF.
    private static string Plain(string? text) => (text ?? string.Empty).ReplaceLineEndings("\n").Trim();
}
