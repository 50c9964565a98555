using System.Collections.Immutable;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Identity;

namespace HumanitarianEntry.Domain.Cases;

public enum ProgrammeStatus
{
    Draft,
    Open,
    Suspended,
    Closed,
}

/// <summary>The thresholds of a programme that rules ask for (handbook section 4; read from <c>workflows/ID.programme.json</c>).</summary>
public sealed record ProgrammeRules
{
    public required string Id { get; init; }
    public required string DestinationState { get; init; }
    public required ProgrammeStatus Status { get; init; }
    public required IdentityGrade MinIdentityGrade { get; init; }
    public required int MaxScreeningAgeDays { get; init; }
    public required int GateResultsMaxAgeDays { get; init; }
    public required EvidenceThreshold Evidence { get; init; }
    public required ImmutableList<ConsentPurpose> RequiredConsents { get; init; }
    public required string LegalBasis { get; init; }
    public required ImmutableList<string> Recipients { get; init; }
    public required ImmutableList<string> DossierLanguages { get; init; }

    /// <summary>The programme lets people in without a passport, so why none is held and none can be had are conditions (decree 2004-1543, article 8).</summary>
    public required bool WithoutPassport { get; init; }

    /// <summary>What each recipient gets, by its function; who is not named here but is a recipient gets what dossiers said before there were profiles.</summary>
    public ImmutableDictionary<string, DisclosureProfile> Profiles { get; init; } = ImmutableDictionary<string, DisclosureProfile>.Empty;

    /// <summary>Who is no recipient gets nothing.</summary>
    public DisclosureProfile ProfileOf(string recipientFunction) =>
        !Recipients.Contains(recipientFunction) ? DisclosureProfile.Nothing : Profiles.GetValueOrDefault(recipientFunction) ?? DisclosureProfile.Standard;

    /// <summary>How long its gates may stay open.</summary>
    public GateClocks Clocks { get; init; } = GateClocks.None;
}
