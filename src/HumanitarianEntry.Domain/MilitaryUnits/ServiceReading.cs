using System.Collections.Immutable;

namespace HumanitarianEntry.Domain.MilitaryUnits;

/// <summary>What ties a service period to an incident (decision 0027).</summary>
public enum UnitTie
{
    /// <summary>The incident names the number that the person named.</summary>
    SameNumber,

    /// <summary>It is attributed to the person's unit.</summary>
    SameUnit,

    /// <summary>It is attributed to a unit above the person's, not higher than a brigade.</summary>
    UnitAbove,

    /// <summary>It is attributed to a part of the person's unit.</summary>
    PartOfUnit,

    /// <summary>What the person said and what the incident names read as one unit; no register says so.</summary>
    SameName,
}

/// <summary>A unit above another at the time.</summary>
public sealed record UnitAbove(string Key, string? Number, string Name);

/// <summary>A unit of the register, with its name and the units above it at the time of the service.</summary>
/// <param name="Register">Version of the register.</param>
public sealed record ReadUnit(string Key, string? Number, string Name, ImmutableList<UnitAbove> Above, string Register)
{
    public string? Garrison { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
}

/// <summary>An incident that the unit of a service period is tied to while their dates meet.</summary>
/// <param name="Through">The unit, as the incident or the register names it.</param>
public sealed record TiedIncident(ReportedIncident Incident, UnitTie Tie, string Through);

/// <summary>One of several units that a text may mean.</summary>
/// <param name="Score">How well the text fits, 0 to 100; about the text, never about the person.</param>
public sealed record UnitCandidate(ReadUnit Unit, int Score, ImmutableList<TiedIncident> Incidents);

/// <summary>A person of a list whose entry names the unit. It says something about the unit and nothing about the person: no hit, no score.</summary>
/// <param name="Names">What the entry calls the unit.</param>
/// <param name="Days">The years that the entry names, as text; empty where it names none.</param>
public sealed record UnitExposure(string ListId, string EntryId, string EntryHash, string Person, string Names, string Days);

/// <summary>How a unit that somebody named was understood.</summary>
public enum ReadingState
{
    /// <summary>There is no register of units.</summary>
    NoRegister,

    /// <summary>No registered unit fits.</summary>
    NotFound,

    /// <summary>Just one fits, well enough.</summary>
    Sure,

    /// <summary>Several fit, or one not well enough: a person chooses.</summary>
    Unsure,

    /// <summary>A person has chosen.</summary>
    Chosen,
}

/// <summary>What registers and lists say to one service period, made anew each time from what is in force.</summary>
/// <param name="Service">Label of the period.</param>
public sealed record ServiceReading(string Service, ReadingState State, ReadUnit? Unit, ImmutableList<UnitCandidate> Candidates, ImmutableList<TiedIncident> Incidents, ImmutableList<UnitExposure> Exposures);

/// <summary>The unit of a service period as it was understood when somebody held it against incidents, or chose it.</summary>
/// <param name="Unit">Null: none of the register is meant.</param>
/// <param name="Chosen">A person chose it, and why.</param>
public sealed record UnitReading(string Service, ReadUnit? Unit, string? Chosen);
