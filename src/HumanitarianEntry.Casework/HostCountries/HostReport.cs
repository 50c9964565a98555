using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Casework.HostCountries;

/// <summary>Of what a report speaks. In this order they stand in a dossier.</summary>
public enum ReportTopic
{
    /// <summary>What awaits who is returned.</summary>
    OnReturn,

    /// <summary>What awaits who stays.</summary>
    InCountry,
}

/// <summary>A published report that an official can look up. Never of a person.</summary>
/// <param name="Title">As it is published; where that is not known, what it is in words of ours.</param>
/// <param name="Date">A year, a month of a year or a day: 2024, 2024-10, 2024-10-16.</param>
/// <param name="Address">Where it is published (https); empty where only the paper is known.</param>
/// <param name="Says">What it finds, one sentence in each language (ISO 639-1).</param>
/// <param name="Source">Where we have it from; never in a dossier.</param>
/// <param name="Confirmed">Counsel has read it and confirmed what is said of it; nothing else is ever in a dossier.</param>
public sealed record HostReport(ReportTopic About, string Title, string Publisher, string Date, string Address, ImmutableSortedDictionary<string, string> Says, string Source, bool Confirmed)
{
    private const string English = "en";
    private const string Secure = "https://";
    private const int LongestTitle = 300;
    private const int LongestPublisher = 200;
    private const int LongestAddress = 500;
    private const int LongestSentence = 800;
    private const int LongestSource = 500;

    [JsonIgnore]
    public PartialDate PublishedOn => PartialDate.Parse(Date);

    /// <summary>What it finds in a language; where nobody has put it so, in English, else in the first there is.</summary>
    public (string Language, string Text) SaysIn(string language)
    {
        var said = Says.ContainsKey(language) ? language : Says.ContainsKey(English) ? English : Says.Keys.Min(StringComparer.Ordinal)!;
        return (said, Says[said]);
    }

    /// <summary>What cannot be in it; null when nothing stands against it.</summary>
    internal string? Fault()
    {
        if (IsNoLine(Title, LongestTitle))
        {
            return $"a report has a title of one line and at most {LongestTitle} signs";
        }

        var language = Says.Keys.FirstOrDefault(l => l.Length != 2 || !l.All(char.IsAsciiLetterLower));
        var unsaid = Says.FirstOrDefault(s => IsNoLine(s.Value, LongestSentence)).Key;
        var fault = IsNoLine(Publisher, LongestPublisher) ? $"has a publisher of one line and at most {LongestPublisher} signs"
            : !PartialDate.TryParse(Date, out var day) || day.ToString() != Date ? $"has no date '{Date}': write 2024, 2024-10 or 2024-10-16"
            : Address.Length > 0 && !IsAddress(Address) ? $"has an address that begins with https://, in Latin letters as a browser copies it, without a user name and of at most {LongestAddress} signs; or an empty one"
            : Says.IsEmpty ? "says what it finds, in one language at least"
            : language is not null ? $"says nothing in '{language}': a language has two small letters (ISO 639-1)"
            : unsaid is not null ? $"says what it finds ({unsaid}) in one line of at most {LongestSentence} signs"
            : Source.Length > LongestSource || Source.Any(char.IsControl) ? $"has a source of one line and at most {LongestSource} signs"
            : null;
        return fault is null ? null : $"the report '{Title}' {fault}";
    }

    /// <summary>Letters that only look like others, and signs that nobody sees, lead somewhere else: plain ones alone.</summary>
    private static bool IsAddress(string address) =>
        address.Length <= LongestAddress && address.StartsWith(Secure, StringComparison.Ordinal) && address.All(c => c is > ' ' and <= '~' and not ('\\' or '"' or '<' or '>'))
        && !address[Secure.Length..].Split('/', '?', '#')[0].Contains('@', StringComparison.Ordinal) && Uri.TryCreate(address, UriKind.Absolute, out var read) && read.Host.Length > 0;

    private static bool IsNoLine(string? text, int longest) => string.IsNullOrWhiteSpace(text) || text.Length > longest || text.Any(char.IsControl);
}
