using System.Collections.Immutable;

namespace HumanitarianEntry.Workflows.Definitions;

/// <summary>Boxes and arrows of one level; a <see cref="FlowNodeActivity"/> holds another level.</summary>
public sealed record Flowchart(string Id, ImmutableArray<Activity> Activities, ImmutableArray<Connection> Connections);

/// <summary>An arrow from an outcome port to an activity.</summary>
public sealed record Connection(string Source, string Port, string Target)
{
    /// <summary>Name of the token place in a run: unique in a document because activity ids are.</summary>
    public string Key => $"{Source}:{Port}>{Target}";
}

/// <summary>A variable of the document. <paramref name="TypeName"/> is one of the aliases of design: engine 2.</summary>
public sealed record Variable(string Id, string Name, string TypeName, string? InitialText)
{
    public static ImmutableArray<string> TypeNames { get; } =
        ["String", "Boolean", "Int32", "Object", "DateTimeOffset", "TimeSpan", "ObjectDictionary"];
}

/// <summary>What a task asks for: ids and words of the host only, never a person's name or a text.</summary>
public sealed record TaskRequest
{
    public required string Gate { get; init; }

    public string? Role { get; init; }

    public string? Compartment { get; init; }

    public string? Form { get; init; }

    /// <summary>Outcomes a completion may carry; empty when the task leaves its result free.</summary>
    public ImmutableArray<string> AllowedOutcomes { get; init; } = [];

    /// <summary>Name of the clock in the programme's settings.</summary>
    public string? Clock { get; init; }

    /// <summary>Role of the second person at a four-eyes gate.</summary>
    public string? FourEyesWith { get; init; }
}
