using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HumanitarianEntry.Workflows.Programmes;

namespace HumanitarianEntry.Casework.Programmes;

/// <summary>How dangerous it is to wait in a country. Raised when the host begins to hand people over.</summary>
public enum HostRisk
{
    Normal,
    High,
    Extreme,
}

/// <summary>
/// One change of what the installation offers. The files of the workflow folder and these changes, in the order of their numbers, are the programmes in force:
/// no row is ever edited, so that the state of any day can be read again.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(StatusSet), StatusSet.Kind)]
[JsonDerivedType(typeof(SettingsSet), SettingsSet.Kind)]
[JsonDerivedType(typeof(DefinitionPublished), DefinitionPublished.Kind)]
[JsonDerivedType(typeof(HostRiskSet), HostRiskSet.Kind)]
[JsonDerivedType(typeof(HostProfileSet), HostProfileSet.Kind)]
[JsonDerivedType(typeof(RunsMoved), RunsMoved.Kind)]
public abstract record ProgrammeChange
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    private protected ProgrammeChange()
    {
    }

    /// <summary>What it is about, for people and for the chain: a programme's id, a definition's version id or a country.</summary>
    [JsonIgnore]
    public abstract string Subject { get; }

    public string Write() => JsonSerializer.Serialize(this, Options);

    /// <exception cref="InvalidDataException">Not a change that this version of the program knows.</exception>
    public static ProgrammeChange Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ProgrammeChange>(json, Options) ?? throw new InvalidDataException("A stored change of a programme is empty.");
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            throw new InvalidDataException("A stored change of a programme cannot be read by this version of the program.", unreadable);
        }
    }
}

/// <summary>Opened, suspended or closed (handbook P4).</summary>
public sealed record StatusSet(string Programme, ProgrammeStatus Status) : ProgrammeChange
{
    internal const string Kind = "status";

    public override string Subject => Programme;
}

/// <summary>New settings of a programme: the whole document, as the files have it.</summary>
public sealed record SettingsSet(string Programme, string Json) : ProgrammeChange
{
    internal const string Kind = "settings";

    public override string Subject => Programme;
}

/// <summary>A new version of a definition, to the last character; programmes that ran on the version before start their new cases on it.</summary>
public sealed record DefinitionPublished(string VersionId, string Json) : ProgrammeChange
{
    internal const string Kind = "definition";

    public override string Subject => VersionId;
}

/// <summary>The danger of waiting in a country (ISO 3166-1 alpha-2).</summary>
public sealed record HostRiskSet(string Country, HostRisk Risk) : ProgrammeChange
{
    internal const string Kind = "host-risk";

    public override string Subject => Country;
}

/// <summary>A new version of what is known of a country of stay: the whole document, as the files have it.</summary>
public sealed record HostProfileSet(string Country, string Json) : ProgrammeChange
{
    internal const string Kind = "host-profile";

    public override string Subject => Country;
}

/// <summary>Running cases move to another version of their definition, each only where nothing it stands on changed (engine rule S14).</summary>
public sealed record RunsMoved(string FromVersionId, string ToVersionId) : ProgrammeChange
{
    internal const string Kind = "runs-moved";

    public override string Subject => ToVersionId;
}

/// <summary>A change in force. Numbers begin at 1 and have no gap.</summary>
/// <param name="ConfirmedBy">The second person; null for a stop, which one person may order.</param>
public sealed record NumberedChange(int Number, ProgrammeChange Change, DateTimeOffset At, Guid By, Guid? ConfirmedBy);
