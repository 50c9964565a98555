using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.HostCountries;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Casework.HostCountries;

/// <summary>One thing that is said of a country of stay.</summary>
/// <param name="Source">Where it is written; empty where nobody knows yet.</param>
/// <param name="Confirmed">Counsel has confirmed it, or it is a rule of our own that needs no confirmation; all else is shown as to be confirmed by counsel.</param>
public sealed record HostStatement(string Text, string Source, bool Confirmed);

/// <summary>A deadline as the profile writes it.</summary>
/// <param name="Key">Its word, of small letters and hyphens.</param>
public sealed record HostTerm(string Key, string Text, CountedFrom From, int Days, ProcedureStage Until, string Source, bool Confirmed);

/// <summary>How dangerous it is to wait there by those who wrote the profile. In force is only what somebody ordered for this installation.</summary>
/// <param name="Since">A year, or a month of a year; empty when not known.</param>
public sealed record HostAssessment(HostRisk Level, string Since, string Reason, string Source, bool Confirmed);

/// <summary>What is known of a country of stay: data, never code, and never of a person. A new installation begins with the files of the workflow folder; changes are numbered (decision 0015).</summary>
/// <param name="AsOf">The month of which it speaks.</param>
public sealed record HostProfile(
    string Country, string AsOf, HostAssessment Risk, ImmutableList<HostStatement> Steps, ImmutableList<HostTerm> Deadlines, ImmutableList<HostStatement> Authorities, ImmutableList<HostStatement> Documents,
    ImmutableList<HostStatement> Never)
{
    private const int LongestTerm = 1000;

    internal static JsonSerializerOptions Options { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    /// <summary>The profile as it was written.</summary>
    [JsonIgnore]
    public string Json { get; private init; } = string.Empty;

    /// <summary>What is published of the country, and of a return from it; profiles written before there was such a list have none.</summary>
    public ImmutableList<HostReport> Reports { get; init; } = [];

    /// <summary>On the return first, and of each the newest first.</summary>
    [JsonIgnore]
    public ImmutableList<HostReport> Listed => [.. Reports.OrderBy(r => r.About).ThenByDescending(r => r.PublishedOn.Earliest)];

    /// <summary>What a dossier may quote.</summary>
    [JsonIgnore]
    public ImmutableList<HostReport> Quotable => Listed.FindAll(r => r.Confirmed);

    /// <summary>What rules ask of it.</summary>
    [JsonIgnore]
    public HostRules Rules => new(Country, Deadlines.ConvertAll(d => new HostDeadline(d.Key, d.From, d.Days, d.Until)));

    [JsonIgnore]
    public int Unconfirmed => Steps.Concat(Authorities).Concat(Documents).Concat(Never).Count(s => !s.Confirmed) + Deadlines.Count(d => !d.Confirmed) + Reports.Count(r => !r.Confirmed) + (Risk.Confirmed ? 0 : 1);

    /// <exception cref="DefinitionException">The document is broken, or says what cannot be.</exception>
    public static HostProfile Read(string json, string fileName)
    {
        HostProfile profile;
        try
        {
            profile = JsonSerializer.Deserialize<HostProfile>(json, Options) ?? throw new DefinitionException(fileName, null, "H0", "the profile is empty");
        }
        catch (JsonException broken)
        {
            throw new DefinitionException(fileName, broken.LineNumber is { } line ? (int)line + 1 : null, "H0", $"the profile cannot be read{(string.IsNullOrEmpty(broken.Path) ? string.Empty : $" at {broken.Path}")}: a field is missing, unknown, or not what it should be");
        }

        return profile.Fault() is { } fault ? throw new DefinitionException(fileName, null, "H0", fault) : profile with { Json = json };
    }

    private string? Fault()
    {
        if (Country.Length != 2 || !Country.All(char.IsAsciiLetterUpper))
        {
            return "'country' has two capital letters (ISO 3166-1)";
        }

        if (Steps.Concat(Authorities).Concat(Documents).Concat(Never).Any(s => s is null) || Deadlines.Exists(d => d is null) || Reports.Exists(r => r is null))
        {
            return "a list holds an entry with nothing in it";
        }

        if (Deadlines.Find(d => d.Days is < 1 or > LongestTerm) is { } odd)
        {
            return $"the deadline '{odd.Key}' has {odd.Days} days; a deadline has between 1 and {LongestTerm}";
        }

        if (Deadlines.Find(d => d.Key.Length is 0 or > 40 || !d.Key.All(c => char.IsAsciiLetterLower(c) || c == '-')) is { } named)
        {
            return $"'{named.Key}' is no key of a deadline: small letters and hyphens, 40 at most";
        }

        return Deadlines.GroupBy(d => d.Key, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice ? $"the deadline '{twice.Key}' stands there twice"
            : Steps.Concat(Authorities).Concat(Documents).Concat(Never).Any(s => string.IsNullOrWhiteSpace(s.Text)) || Deadlines.Exists(d => string.IsNullOrWhiteSpace(d.Text)) ? "a statement has no text"
            : Reports.Select(r => r.Fault()).FirstOrDefault(f => f is not null);
    }
}
