using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Interviews;

/// <summary>
/// The seal on a record that was read back: SHA-256 over the seal before it and over every session, moment, answer and statement up to here, each field with its length. Each read-back seals
/// those before it too, so that nothing that was confirmed can be changed, dropped or slipped in afterwards without being seen.
/// </summary>
public static class InterviewSeal
{
    /// <summary>The read-back with the seal on everything the record holds now.</summary>
    public static ReadBack On(InterviewFacts facts, ReadBack readBack)
    {
        var counted = readBack with { Answers = facts.Answers.Count, Statements = facts.Statements.Count, Moments = facts.Moments.Count };
        return counted with { Seal = Of(facts, counted, facts.ReadBacks.Latest()?.Seal) };
    }

    /// <summary>Whether every read-back still seals what it sealed. A read-back without a seal does not.</summary>
    public static bool Holds(InterviewFacts facts)
    {
        string? before = null;
        foreach (var readBack in facts.ReadBacks.Values())
        {
            if (readBack.Seal is null || readBack.Answers > facts.Answers.Count || readBack.Statements > facts.Statements.Count || readBack.Moments > facts.Moments.Count || readBack.Seal != Of(facts, readBack, before))
            {
                return false;
            }

            before = readBack.Seal;
        }

        return true;
    }

    private static string Of(InterviewFacts facts, ReadBack readBack, string? before)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(params IEnumerable<object?> fields)
        {
            foreach (var field in fields)
            {
                var text = Encoding.UTF8.GetBytes(Convert.ToString(field, CultureInfo.InvariantCulture) ?? string.Empty);
                hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(field is null ? "-" : "+")}{text.Length}:")));
                hash.AppendData(text);
            }
        }

        void AddAll<T>(string kind, IEnumerable<Recorded<T>> facts, Func<T, IEnumerable<object?>> fields)
        {
            foreach (var (value, by) in facts)
            {
                Add([kind, by.By, by.At.UtcTicks, .. fields(value)]);
            }
        }

        Add("interview-seal/1", before, readBack.Session, readBack.Confirmed, readBack.Corrections, readBack.Language, readBack.InterpreterCode, readBack.Answers, readBack.Statements, readBack.Moments);
        AddAll("session", facts.Sessions.Where(s => s.Value.Number <= readBack.Session), s => [s.Number, s.Mode, s.Language, s.WithInterpreter, s.QuestionnaireVersion, s.Kind, s.InterpreterCode]);
        AddAll("moment", facts.Moments.Take(readBack.Moments), m => [m.Session, m.Kind, m.Ending, m.Note]);
        AddAll("answer", facts.Answers.Take(readBack.Answers), a => [a.Session, a.Code, a.Value, a.Verbatim, a.Trigger]);
        AddAll("statement", facts.Statements.Take(readBack.Statements), s => [s.Language, s.Text, s.Translation, s.TranslationLanguage, s.TranslatorFunction, s.Signed]);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
