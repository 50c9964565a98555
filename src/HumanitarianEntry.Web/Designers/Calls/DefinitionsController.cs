using System.Text.Json;
using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.Drafting;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Workflows.Editing;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Designers.Calls;

/// <summary>Definitions as Studio asks for them and sends them.</summary>
public sealed class DefinitionsController(DefinitionShelf shelf) : StudioCalls
{
    private const int LargestPage = 100;

    [HttpGet("workflow-definitions")]
    public async Task<IActionResult> List([FromQuery] DefinitionQuery query)
    {
        var all = (await shelf.AllAsync(Gone)).SelectMany(DefinitionJson.VersionsOf)
            .Where(d => query.Ids.Count > 0 ? query.Ids.Contains(d.VersionId) : d.Answers(query.VersionOptions))
            .Where(d => query.DefinitionIds.Count == 0 || query.DefinitionIds.Contains(d.DefinitionId))
            .Where(d => query.IsSystem != true)
            .Select(d => d.Summary(MayEdit))
            .Where(d => query.SearchTerm is not { Length: > 0 } term || $"{d["name"]} {d["definitionId"]}".Contains(term, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var ordered = query.OrderDirection == "Ascending" ? all.OrderBy(d => (int)d["version"]!) : all.OrderByDescending(d => (int)d["version"]!);
        return Ok(PageOf(ordered.Skip(Math.Max(0, query.Page * query.PageSize)).Take(Math.Clamp(query.PageSize, 1, LargestPage)), all.Count));
    }

    [HttpGet("workflow-definitions/by-definition-id/{definition}")]
    public async Task<IActionResult> ByDefinition(string definition, string? versionOptions) =>
        await shelf.FindAsync(definition, Gone) is { } found && DefinitionJson.VersionsOf(found).FirstOrDefault(d => d.Answers(versionOptions)) is { } version
            ? Ok(version.Whole(MayEdit))
            : Refuse(("definition", S("There is no such definition.")));

    [HttpGet("workflow-definitions/by-id/{id}")]
    public async Task<IActionResult> ById(string id) =>
        (await shelf.AllAsync(Gone)).SelectMany(DefinitionJson.VersionsOf).FirstOrDefault(d => d.VersionId == id) is { } version
            ? Ok(version.Whole(MayEdit))
            : Refuse(("definition", S("There is no such version.")));

    /// <summary>Keeps a draft; with <c>publish</c> proposes it, and a second person publishes.</summary>
    [HttpPost("workflow-definitions"), RequestSizeLimit(2_000_000)]
    public async Task<IActionResult> Save([FromBody] JsonObject sent)
    {
        if (!MayEdit)
        {
            return Refuse(("read-only", S("You may look at definitions; programme designers change them.")));
        }

        if (sent["model"] is not JsonObject model || !TryRead(model, out var drawn) || await shelf.FindAsync(drawn.DefinitionId, Gone) is not { } known)
        {
            return Refuse(("definition", S("This program does not know the definition. A new procedure begins as a file in the workflow folder.")));
        }

        if (known.Proposal is not null)
        {
            return Refuse(("proposed", S("This version waits for the second person. Nothing was stored: confirm it or take it back on the page Proposals first.")));
        }

        var latest = DefinitionJson.VersionsOf(known).First();
        if (drawn.VersionId != latest.VersionId || drawn.Version != latest.Version || drawn.Saves != latest.Saves)
        {
            return Refuse(Stale);
        }

        var merged = DrawnEdit.Merge(latest.Text, model);
        var isPublication = sent["publish"]?.GetValueKind() == JsonValueKind.True;
        if (merged != latest.Text || (isPublication && known.Draft is null))
        {
            switch (await shelf.SaveAsync(known.DefinitionId, merged, latest.Saves, Person.Id, Gone))
            {
                case ShelfResult.Done done:
                    known = done.Definition;
                    break;
                case ShelfResult.Refused refused:
                    return Refuse(refused.Reasons);
                default:
                    return Refuse(Stale);
            }
        }

        return isPublication ? await ProposeAsync(known) : Saved(known);
    }

    /// <summary>Studio's green button. A run belongs to a case and begins with it.</summary>
    [HttpPost("workflow-definitions/{definition}/execute"), HttpPost("workflow-definitions/{definition}/dispatch")]
    public IActionResult Execute(string definition)
    {
        Tell(S($"Nothing was started: a run of {definition} begins with a case. Try a flow with the verb simulate."));
        return NotFound();
    }

    private static (string Code, string Message) Stale => ("stale", S("Somebody else saved this definition after you opened it. Nothing was stored. Load the page again and draw on what is there now."));

    private async Task<IActionResult> ProposeAsync(DrawnDefinition known)
    {
        switch (await shelf.ProposeAsync(known.DefinitionId, "Drawn in Elsa Studio", Person.As(Role.ProgrammeDesigner), Gone))
        {
            case ShelfResult.Done done:
                Tell(S($"Version {done.Definition.NextVersion} is proposed, not published: a second person confirms it on the page Proposals. Cases go on as before."));
                return Answer(done.Definition);
            case ShelfResult.Refused refused:
                Tell(S($"The draft is kept, but it cannot be proposed: {Count(refused.Reasons.Count)}."));
                return Refuse(refused.Reasons);
            default:
                return Refuse(Stale);
        }
    }

    private OkObjectResult Saved(DrawnDefinition known)
    {
        if (known.Draft is { } draft)
        {
            var faults = shelf.FaultsOf(draft.Json);
            Tell(faults.Count == 0
                ? S($"Draft of version {known.NextVersion} is saved. It can be proposed.")
                : S($"Draft of version {known.NextVersion} is saved. {Count(faults.Count)}: {faults[0].Code}: {faults[0].Message}"));
        }

        return Answer(known);
    }

    private OkObjectResult Answer(DrawnDefinition known) => Ok(new JsonObject
    {
        ["workflowDefinition"] = DefinitionJson.VersionsOf(known).First().Whole(MayEdit),
        ["alreadyPublished"] = false,
        ["consumingWorkflowCount"] = 0,
    });

    private static string Count(int faults) => faults == 1 ? S("One thing stands against it") : Counted(faults, "{n} thing stands against it", "{n} things stand against it");

    private static bool TryRead(JsonObject model, out DrawnOn drawn)
    {
        drawn = new DrawnOn(Word(model["definitionId"]), Word(model["id"]), Number(model["version"]), 0);
        if (model["customProperties"] is JsonObject properties)
        {
            drawn = drawn with { Saves = Number(properties[DefinitionJson.SavesProperty]) };
            properties.Remove(DefinitionJson.SavesProperty);
        }

        return drawn.DefinitionId.Length > 0 && model["root"] is JsonObject;
    }

    private static string Word(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : string.Empty;

    private static int Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;

    /// <summary>What the person had before him when he drew.</summary>
    private sealed record DrawnOn(string DefinitionId, string VersionId, int Version, int Saves);
}

/// <summary>How Studio asks for lists.</summary>
public sealed record DefinitionQuery
{
    public string? VersionOptions { get; init; }
    public List<string> DefinitionIds { get; init; } = [];
    public List<string> Ids { get; init; } = [];
    public string? SearchTerm { get; init; }
    public bool? IsSystem { get; init; }
    public string? OrderDirection { get; init; }
    public int Page { get; init; }
    public int PageSize { get; init; } = 25;
}
