using System.Collections.Immutable;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Casework.MilitaryUnits;

/// <summary>The registers that there are; one version of each is in force.</summary>
public enum RegisterKind
{
    Units,
    Incidents,
}

/// <summary>A name or a parent in the time in which it counts; open where a date is missing.</summary>
/// <param name="Text">The name, or the key of the parent.</param>
public sealed record Dated(string Text, PartialDate? From, PartialDate? To)
{
    public DayRange Days() => DayRange.Of(From, To);

    /// <summary>As it is written in a register: "9-я омсбр [2016..2022-11]".</summary>
    public override string ToString() => From is null && To is null ? Text : $"{Text} [{From}..{To}]";
}

/// <summary>An entry of a register with the key that stays the same over its versions.</summary>
public abstract record RegisterEntry(string Key)
{
    /// <summary>By what a person knows it.</summary>
    public abstract string Title { get; }

    /// <summary>Every field as text, for the comparison of versions.</summary>
    public abstract IReadOnlyList<(string Field, string Value)> Fields();

    private protected static string Join(IEnumerable<object> values) => string.Join("; ", values);

    private protected static string Position(double? latitude, double? longitude) => latitude is null ? string.Empty : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{latitude} {longitude}");
}

/// <summary>A military unit.</summary>
public sealed record UnitEntry(string Key) : RegisterEntry(Key)
{
    /// <summary>Five digits; null where no number is known.</summary>
    public string? Number { get; init; }

    /// <summary>Russian names, then English ones; each list in the order of the register.</summary>
    public ImmutableList<Dated> NamesRu { get; init; } = [];
    public ImmutableList<Dated> NamesEn { get; init; } = [];
    public ImmutableList<Dated> Parents { get; init; } = [];
    public string? Garrison { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public ImmutableList<string> Sources { get; init; } = [];

    public override string Title => NamesRu.Concat(NamesEn).Select(n => n.Text).FirstOrDefault() ?? Number ?? Key;

    public override IReadOnlyList<(string Field, string Value)> Fields() =>
    [
        ("number", Number ?? string.Empty), ("names", Join(NamesRu.Concat(NamesEn))), ("parent", Join(Parents)), ("garrison", Garrison ?? string.Empty), ("position", Position(Latitude, Longitude)), ("sources", Join(Sources)),
    ];
}

/// <summary>An incident with the units it is publicly attributed to.</summary>
public sealed record IncidentEntry(string Key) : RegisterEntry(Key)
{
    /// <summary>Numbers, keys of the register of units, or names.</summary>
    public required ImmutableList<string> Units { get; init; }
    public required string Place { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public required PartialDate From { get; init; }
    public required PartialDate To { get; init; }
    public required string Type { get; init; }
    public required bool Contested { get; init; }
    public required ImmutableList<string> Sources { get; init; }

    public override string Title => $"{Type}, {Place}";

    public override IReadOnlyList<(string Field, string Value)> Fields() =>
    [
        ("units", Join(Units)), ("place", Place), ("position", Position(Latitude, Longitude)), ("dates", $"{From} .. {To}"), ("incident-type", Type), ("contested", Contested ? "yes" : "no"), ("sources", Join(Sources)),
    ];

    /// <summary>As a case takes it over.</summary>
    public ReportedIncident Reported(string id, string register) =>
        new(id, Units, Place, From, To, Type, Sources) { Latitude = Latitude, Longitude = Longitude, Contested = Contested, Register = register };
}
