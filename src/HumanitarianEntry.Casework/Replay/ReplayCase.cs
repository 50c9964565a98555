using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>A case file as read: who takes part, which lists there are, and the steps in order.</summary>
internal sealed record ReplayCase
{
    /// <summary>Name of the file without its folder, as complaints name it.</summary>
    public required string FileName { get; init; }

    /// <summary>Where paths inside the file begin.</summary>
    public required string Folder { get; init; }

    public required string Title { get; init; }
    public required string Programme { get; init; }
    public required string Organisation { get; init; }
    public required DateTimeOffset Start { get; init; }
    public required IReadOnlyDictionary<string, ReplayPerson> People { get; init; }
    public required IReadOnlyDictionary<string, ReplayList> Lists { get; init; }
    public required IReadOnlyList<ReplayStep> Steps { get; init; }
}

/// <summary>A member of staff or a partner. The key is also his user name.</summary>
internal sealed record ReplayPerson(string Key, IReadOnlyList<Role> Roles, string Organisation, string? Team);

/// <summary>One version of a watch-list, as CSV with a header row.</summary>
/// <param name="Id">The same over all versions of the list.</param>
internal sealed record ReplayList(string Key, string Id, string Name, ListKind Kind, string Publisher, string Authority, string Version, DateOnly AsOf, string Csv, bool AtStart, int Line);

/// <summary>Who does something: a person in one of his roles, the applicant, or the program itself.</summary>
/// <param name="Key">As written after "as".</param>
internal sealed record ReplayActor(string Key, Role Role);

/// <summary>One step. Exactly one of <see cref="Act"/>, <see cref="Waits"/>, <see cref="LoadsList"/>, <see cref="Changes"/> is set, or none when it only looks.</summary>
internal sealed record ReplayStep
{
    public required int Number { get; init; }
    public required int Line { get; init; }

    /// <summary>When it happens; worked out while reading.</summary>
    public required DateTimeOffset At { get; init; }

    public ReplayActor? By { get; init; }
    public ActShape? Act { get; init; }
    public IReadOnlyList<(CaseYaml Key, CaseYaml Value)> Fields { get; init; } = [];
    public required CaseYaml Node { get; init; }
    public string? File { get; init; }
    public bool Waits { get; init; }
    public string? LoadsList { get; init; }

    /// <summary>A change of the programmes, made by as many people as it takes.</summary>
    public ProgrammeChange? Changes { get; init; }
    public required ExpectedRefusal? Refusal { get; init; }
    public required IReadOnlyList<Expectation> Expect { get; init; }

    public string What { get; init; } = string.Empty;
}

/// <summary>The act must be refused for exactly these reasons and change nothing.</summary>
/// <param name="NotFound">It must be refused as if there were no such case.</param>
internal sealed record ExpectedRefusal(IReadOnlyList<string> Codes, bool NotFound, int Line)
{
    public override string ToString() => NotFound ? "not found" : string.Join(", ", Codes);
}
