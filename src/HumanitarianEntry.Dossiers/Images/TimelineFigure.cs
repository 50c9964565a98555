namespace HumanitarianEntry.Dossiers.Images;

/// <summary>The shape of a mark; shapes differ without colour.</summary>
public enum TimelineSign
{
    Full,
    Half,
    Empty,
    Crossed,
    Diamond,
}

/// <summary>One thing in time; a date that is not known to the day reaches from its first to its last day.</summary>
public sealed record TimelineRow(string Label, DateOnly First, DateOnly Last, TimelineSign Sign);

/// <summary>A day that things are held against.</summary>
public sealed record TimelineMark(string Label, DateOnly On);

/// <summary>A time without anything.</summary>
public sealed record TimelineGap(DateOnly From, DateOnly Until, string Label);

public sealed record TimelineFigure
{
    public required IReadOnlyList<TimelineRow> Rows { get; init; }

    public required IReadOnlyList<TimelineMark> Marks { get; init; }

    public IReadOnlyList<TimelineGap> Gaps { get; init; } = [];

    /// <summary>The time behind which the ground is grey.</summary>
    public (DateOnly From, DateOnly Until)? Shaded { get; init; }

    public required IReadOnlyList<(TimelineSign Sign, string Label)> Legend { get; init; }

    /// <summary>Brings its own white ground, for pages that can be dark; on paper the ground is the paper's.</summary>
    public bool HasGround { get; init; }

    public required string Title { get; init; }

    /// <summary>What the drawing shows, for who does not see it.</summary>
    public required string Description { get; init; }
}
