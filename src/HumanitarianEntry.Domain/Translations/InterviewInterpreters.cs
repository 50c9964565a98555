using System.Collections.Immutable;
using System.Globalization;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;

namespace HumanitarianEntry.Domain.Translations;

/// <summary>
/// The interpreters of the interview as the case knows them: by working code, such as <c>I-07</c>, and by <c>#2</c> where the interpreter of session 2 has no code on file. Their names are on no case, and
/// nothing here ties a code to an account (decision 0039). So the program cannot know that a translator is none of them: a person says so, for each.
/// </summary>
public static class InterviewInterpreters
{
    private const char BySession = '#';

    public static ImmutableList<string> Of(InterviewFacts interview) =>
    [
        .. interview.Sessions.Values().Where(s => s.WithInterpreter || Booking.Code(s.InterpreterCode) is not null)
            .Select(s => Booking.Code(s.InterpreterCode) is null ? BySession + s.Number.ToString(CultureInfo.InvariantCulture) : s.InterpreterCode!.Trim())
            .Concat(interview.ReadBacks.Values().Where(r => Booking.Code(r.InterpreterCode) is not null).Select(r => r.InterpreterCode!.Trim()))
            .DistinctBy(Plain, StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>The session whose interpreter has no code on file; null for a working code.</summary>
    public static int? SessionOf(string interpreter) =>
        interpreter.StartsWith(BySession) && int.TryParse(interpreter.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <inheritdoc cref="NotRuledOut(ImmutableList{string}, IEnumerable{ImmutableList{string}})"/>
    public static ImmutableList<string> NotRuledOut(CaseFile file, IEnumerable<ImmutableList<string>?> confirmed) => NotRuledOut(Of(file.Interview), confirmed);

    /// <summary>Those of whom nobody has said that the translator is another person.</summary>
    /// <param name="confirmed">Lists of those of whom somebody has.</param>
    public static ImmutableList<string> NotRuledOut(ImmutableList<string> interpreters, IEnumerable<ImmutableList<string>?> confirmed)
    {
        var known = confirmed.OfType<ImmutableList<string>>().SelectMany(list => list).Select(Plain).ToHashSet(StringComparer.Ordinal);
        return interpreters.RemoveAll(i => known.Contains(Plain(i)));
    }

    /// <summary>Whom the order and its earlier readings have ruled out.</summary>
    public static IEnumerable<ImmutableList<string>?> RuledOut(TranslationJob job) => job.Steps.Select(s => s.Value.NoneOf).Prepend(job.Order.NoneOf);

    internal static IEnumerable<Blocker> Against(ImmutableList<string> open)
    {
        if (open.Count > 0)
        {
            yield return new Blocker("interpreter-not-ruled-out", $"Confirm that the translator is another person than the interpreters of the interview: {string.Join(", ", open)}. Whoever keeps the list of working codes knows. What stands here as # and a number is the interpreter of that session, whose code is not on file.");
        }
    }

    private static string Plain(string interpreter) => SessionOf(interpreter) is null ? Booking.Code(interpreter) ?? string.Empty : interpreter;
}
