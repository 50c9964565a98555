using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.Cases;

/// <summary>
/// An English sentence that remembers what was put into it, so that another language can say the same: <c>$"There is no paper {label}."</c> is the
/// pattern "There is no paper {0}." and one value. Two sentences are equal when they read the same in English.
/// </summary>
[InterpolatedStringHandler]
public sealed class Sentence : IEquatable<Sentence>
{
    private readonly StringBuilder pattern;
    private readonly ImmutableArray<Part>.Builder parts;

    /// <summary>Called by the compiler.</summary>
    public Sentence(int literalLength, int formattedCount)
    {
        pattern = new StringBuilder(literalLength + (3 * formattedCount));
        parts = ImmutableArray.CreateBuilder<Part>(formattedCount);
    }

    /// <summary>The English text with {0}, {1} where values stand.</summary>
    public string Pattern => pattern.ToString();

    public IReadOnlyList<Part> Parts => parts;

    /// <summary>Marks a sentence that is shown to people where the type alone does not say so; the check of the translations finds it by this.</summary>
    public static Sentence Of(Sentence sentence) => sentence;

    public static implicit operator Sentence(string text)
    {
        var sentence = new Sentence(text.Length, 0);
        sentence.AppendLiteral(text);
        return sentence;
    }

    public void AppendLiteral(string text) => pattern.Append(text);

    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    public void AppendFormatted<T>(T value, string? format)
    {
        pattern.Append(CultureInfo.InvariantCulture, $"{{{parts.Count}}}");
        parts.Add(new Part(value, format));
    }

    /// <summary>The pattern, or another language's pattern for the same sentence, with the values in it.</summary>
    /// <param name="write">How a value is written.</param>
    public string Fill(string text, Func<Part, string> write)
    {
        // One pass: a value that itself holds "{1}" must stay as it was typed.
        var filled = new StringBuilder(text.Length + 32);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '{' && at + 2 < text.Length && text[at + 2] == '}' && text[at + 1] - '0' is var number && number >= 0 && number < parts.Count)
            {
                filled.Append(write(parts[number]));
                at += 2;

                // "г." at the end of a Russian date is the full stop as well.
                if (at + 1 < text.Length && text[at + 1] == '.' && filled is [.., '.'])
                {
                    at++;
                }
            }
            else
            {
                filled.Append(text[at]);
            }
        }

        return filled.ToString();
    }

    public override string ToString() => Fill(Pattern, static part => part.InEnglish());

    public bool Equals(Sentence? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as Sentence);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>A value in a sentence.</summary>
    /// <param name="Format">A .NET format, such as "yyyy-MM-dd".</param>
    public readonly record struct Part(object? Value, string? Format)
    {
        public string InEnglish() => (Value, Format) switch
        {
            (DateTimeOffset instant, null) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
            (DateOnly day, null) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            (IFormattable formattable, _) => formattable.ToString(Format, CultureInfo.InvariantCulture),
            _ => Value?.ToString() ?? string.Empty,
        };
    }
}

/// <summary>Several values in one place of a sentence, such as what is missing; each may be a sentence of its own.</summary>
public sealed class Listed(IEnumerable<object> values)
{
    public IReadOnlyList<object> Values { get; } = [.. values];

    public override string ToString() => string.Join(", ", Values);
}

/// <summary>An outcome in a sentence; whoever shows it has words for it.</summary>
public readonly record struct GateOutcome(Gate Gate, string Outcome)
{
    public override string ToString() => Outcome;
}
