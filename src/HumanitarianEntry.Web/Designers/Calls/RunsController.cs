using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.Drafting;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Designers.Calls;

/// <summary>Runs as Studio's viewer asks for them: positions and times, no content.</summary>
[DoesNotExtendSession]
public sealed class RunsController(RunViews runs, ProgrammeLibrary programmes, DefinitionShelf shelf) : StudioCalls
{
    private const int LargestPage = 100;

    [HttpPost("workflow-instances")]
    public async Task<IActionResult> List([FromBody] RunQuery query)
    {
        var definitions = (query.DefinitionIds ?? []).Append(query.DefinitionId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var versions = definitions.Count == 0 ? null : await VersionsAsync(definitions, query.Version);
        bool? finished = (query.Statuses ?? []).Append(query.Status).OfType<string>().Distinct().ToList() switch { ["Finished"] => true, ["Running"] => false, _ => null };
        var size = Math.Clamp(query.PageSize ?? 25, 1, LargestPage);
        var (page, total) = await runs.PageAsync(Person.Organisation, versions, finished, Math.Max(0, query.Page ?? 0) * size, size, Gone);
        return Ok(PageOf(page.Select(run => RunJson.Summary(run, programmes.Definition(run.VersionId))), total));
    }

    [HttpGet("workflow-instances/{id:guid}")]
    public Task<IActionResult> Show(Guid id) => OfAsync(id, RunJson.Whole);

    [HttpPost("workflow-instances/{id:guid}/journal"), HttpGet("workflow-instances/{id:guid}/journal")]
    public Task<IActionResult> Journal(Guid id, int skip = 0, int take = LargestPage) => OfAsync(id, run =>
    {
        var all = RunJson.Journal(run).ToList();
        return PageOf(all.Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 1, LargestPage)), all.Count);
    });

    [HttpGet("workflow-instances/{id:guid}/variables")]
    public Task<IActionResult> Variables(Guid id) => OfAsync(id, run => ListOf(run.Definition.Variables.Select(variable => new JsonObject
    {
        ["id"] = variable.Id,
        ["name"] = variable.Name,
        ["value"] = run.Run.Variables.TryGetValue(variable.Name, out var value) ? run.Shown(value) ?? S("(not shown)") : null,
    })));

    [HttpGet("workflow-instances/{id:guid}/execution-state")]
    public Task<IActionResult> State(Guid id) => OfAsync(id, run => new JsonObject
    {
        ["status"] = RunJson.StatusOf(run.Summary),
        ["workflowSubStatus"] = RunJson.SubStatusOf(run.Summary),
        ["updatedAt"] = run.Summary.UpdatedAt,
    });

    [HttpGet("activity-executions/list"), HttpGet("activity-execution-summaries/list")]
    public Task<IActionResult> Executions(Guid workflowInstanceId, string? activityNodeId) => OfAsync(workflowInstanceId, run => ListOf(
        run.Steps.Where(step => activityNodeId is null || RunJson.NodeOf(run, step.ActivityId) == activityNodeId).Select(step => RunJson.Execution(run, step))));

    [HttpPost("activity-executions/report")]
    public Task<IActionResult> Report([FromBody] ReportQuery query) => OfAsync(query.WorkflowInstanceId, run => new JsonObject
    {
        ["stats"] = new JsonArray([.. (query.ActivityNodeIds ?? []).Select(node => RunJson.Stats(run, node))]),
    });

    private async Task<List<string>> VersionsAsync(HashSet<string> definitions, int? version) =>
        [.. (await shelf.AllAsync(Gone)).Where(d => definitions.Contains(d.DefinitionId)).SelectMany(d => d.Published).Where(d => version is null || d.Version == version).Select(d => d.VersionId)];

    private async Task<IActionResult> OfAsync(Guid id, Func<RunView, JsonObject> answer) =>
        await runs.OfAsync(Person.Organisation, id, Gone) is { } run ? Ok(answer(run)) : Refuse(("run", S("There is no such run.")));
}

public sealed record RunQuery
{
    public int? Page { get; init; }
    public int? PageSize { get; init; }
    public string? DefinitionId { get; init; }
    public List<string>? DefinitionIds { get; init; }
    public int? Version { get; init; }
    public string? Status { get; init; }
    public List<string>? Statuses { get; init; }
}

public sealed record ReportQuery
{
    public Guid WorkflowInstanceId { get; init; }
    public List<string>? ActivityNodeIds { get; init; }
}
