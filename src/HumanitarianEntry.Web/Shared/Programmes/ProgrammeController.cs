using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Maps;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Editing;
using HumanitarianEntry.Workflows.Maps;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Programmes;

/// <summary>What the pages about programmes need.</summary>
public sealed class ProgrammeDoor(ProgrammeDesk desk, ProgrammeChanges changes, ProgrammeLibrary library, Words words)
{
    public ProgrammeDesk Desk { get; } = desk;
    public ProgrammeChanges Changes { get; } = changes;
    public ProgrammeLibrary Library { get; } = library;
    public Words Words { get; } = words;
}

/// <summary>
/// The programmes for those who change them: read, stop, propose, confirm. A stop takes effect at once and takes one person; the same forms make a proposal of everything else.
/// </summary>
public abstract class ProgrammeController(ProgrammeDoor door) : Controller
{
    private const string Views = "/Shared/Programmes/";

    private string Home => $"/{HttpContext.Audience().Path}/programmes";

    private Person Person => Person.Of(User);

    private CancellationToken Gone => HttpContext.RequestAborted;

    /// <summary>The person in the role of this audience that may change programmes.</summary>
    private Actor Actor => Person.As(HttpContext.Audience().Roles.Select(Keys.Role).First(r => ProgrammeChanges.MayChange(r) && Person.Roles.Contains(r)));

    [HttpGet("")]
    [Nav("Programmes", Order = 4)]
    public async Task<IActionResult> Index()
    {
        var shelf = await door.Desk.ShelfAsync(Gone);
        var running = await door.Desk.CasesAsync(Gone);
        var programmes = shelf.Programmes.Values.Select(p => (p, running.GetValueOrDefault(p.Settings.Id, ProgrammeCases.None))).ToList();
        return View(Views + "Index.cshtml", new ProgrammesPage(Home, programmes, await door.Desk.WaitingAsync(Gone), await door.Desk.HistoryAsync(Gone), shelf));
    }

    [HttpGet("{programme}")]
    public async Task<IActionResult> Show(string programme) => await FindAsync(programme) is { } found
        ? View(Views + "Show.cshtml", new ProgrammePage(
            Home, found, await door.Desk.CasesAsync(programme, Gone), MapOf(door.Library.Map(found.Definition.VersionId)), [.. (await door.Desk.WaitingAsync(Gone)).Where(w => IsAbout(w.Change, found))]))
        : NotFound();

    [HttpGet("{programme}/status")]
    public Task<IActionResult> Status(string programme) => FormAsync(programme, "Status", _ => new StatusForm());

    [HttpPost("{programme}/status"), ShowsFormAgain]
    public Task<IActionResult> SetStatus(string programme, [Bind(Prefix = "Form")] StatusForm form) => MakeAsync(programme, "Status", form, () => form.ToChange(programme));

    [HttpGet("{programme}/settings")]
    public Task<IActionResult> Settings(string programme) => FormAsync(programme, "Settings", found => new SettingsForm { Json = found!.Json });

    [HttpPost("{programme}/settings"), ShowsFormAgain]
    public Task<IActionResult> ProposeSettings(string programme, [Bind(Prefix = "Form")] SettingsForm form) => MakeAsync(programme, "Settings", form, () => form.ToChange(programme));

    [HttpGet("host-risk")]
    public Task<IActionResult> HostRisk() => FormAsync(null, "HostRisk", _ => new HostRiskForm());

    [HttpPost("host-risk"), ShowsFormAgain]
    public Task<IActionResult> SetHostRisk([Bind(Prefix = "Form")] HostRiskForm form) => MakeAsync(null, "HostRisk", form, form.ToChange);

    [HttpGet("{programme}/moves/{from}")]
    public Task<IActionResult> Moves(string programme, string from) => TryMoveAsync(programme, from, new ReasonForm());

    [HttpPost("{programme}/moves/{from}"), ShowsFormAgain]
    public async Task<IActionResult> ProposeMove(string programme, string from, [Bind(Prefix = "Form")] ReasonForm form) =>
        await FindAsync(programme) is not { } found ? NotFound()
        : ModelState.IsValid && await DoneAsync(new RunsMoved(from, found.Definition.VersionId), form.Reason!) is { } done ? done
        : Again(await TryMoveAsync(programme, from, form));

    [HttpGet("changes/{change:guid}")]
    public async Task<IActionResult> Change(Guid change)
    {
        if ((await door.Desk.WaitingAsync(Gone)).FirstOrDefault(w => w.Id == change) is not { } waiting)
        {
            return NotFound();
        }

        var shelf = await door.Desk.ShelfAsync(Gone);
        IReadOnlyList<SettingDifference> differences = waiting.Change switch
        {
            SettingsSet set when shelf.Programmes.TryGetValue(set.Programme, out var now) => SettingDifference.Between(now.Json, set.Json),
            HostProfileSet set when shelf.HostProfiles.TryGetValue(set.Country, out var now) => SettingDifference.Between(now.Json, set.Json),
            _ => [],
        };
        var next = waiting.Change is DefinitionPublished published ? WorkflowDefinition.Parse(published.Json, published.VersionId) : null;
        var before = shelf.Definitions.Values.Where(d => d.DefinitionId == next?.DefinitionId).MaxBy(d => d.Version);
        return View(Views + "Change.cshtml", new ProposalPage(
            Home, waiting, waiting.ById == Person.Id, differences, next is not null && before is not null ? DefinitionDifference.Between(before, next) : [], next is null ? null : MapOf(MapReader.Read(next))));
    }

    [HttpPost("changes/{change:guid}/confirm"), ShowsFormAgain]
    public Task<IActionResult> Confirm(Guid change) => DecideAsync(change, () => door.Changes.ConfirmAsync(Actor, change, Gone), S("The change is in force. Its cases follow within a minute."));

    [HttpPost("changes/{change:guid}/refuse"), ShowsFormAgain]
    public Task<IActionResult> Refuse(Guid change) => DecideAsync(change, () => door.Changes.RefuseAsync(Actor, change, Gone), S("The proposal is turned down. Nothing was changed."));

    private async Task<IActionResult> FormAsync<TForm>(string? programme, string view, Func<Programme?, TForm> first)
    {
        var found = programme is null ? null : await FindAsync(programme);
        return programme is not null && found is null ? NotFound() : View($"{Views}{view}.cshtml", new ChangePage<TForm>(Home, found, first(found)));
    }

    private async Task<IActionResult> MakeAsync<TForm>(string? programme, string view, TForm form, Func<ProgrammeChange> change)
        where TForm : ReasonForm
    {
        if (programme is not null && await FindAsync(programme) is null)
        {
            return NotFound();
        }

        return ModelState.IsValid && await DoneAsync(change(), form.Reason!) is { } done ? done : Again(await FormAsync(programme, view, _ => form));
    }

    /// <summary>Stops at once what may be stopped by one, proposes everything else.</summary>
    /// <returns>Null when it was refused; the reason stands in the model state.</returns>
    private async Task<IActionResult?> DoneAsync(ProgrammeChange change, string reason)
    {
        var stops = (await door.Desk.ShelfAsync(Gone)).IsStop(change);
        var result = stops ? await door.Changes.StopAsync(Actor, change, reason, Gone) : await door.Changes.ProposeAsync(Actor, change, reason, Gone);
        if (result is not ChangeResult.Done)
        {
            ModelState.AddModelError(string.Empty, result is ChangeResult.Refused refused ? S(refused.Why) : S("This cannot be changed here."));
            return null;
        }

        TempData[CaseController.DoneMessage] = S(stops ? "This is in force now. The cases it concerns follow within a minute; their coordinators are told." : "Proposed. Another person must confirm it; until then nothing changes.");
        return LocalRedirect(Home);
    }

    private async Task<IActionResult> DecideAsync(Guid change, Func<Task<ChangeResult>> decide, string message)
    {
        switch (await decide())
        {
            case ChangeResult.Done:
                TempData[CaseController.DoneMessage] = message;
                return LocalRedirect(Home);
            case ChangeResult.Refused refused:
                ModelState.AddModelError(string.Empty, S(refused.Why));
                return Again(await Change(change));
            default:
                TempData[CaseController.DoneMessage] = S("Somebody else decided on this proposal already.");
                return LocalRedirect(Home);
        }
    }

    private async Task<IActionResult> TryMoveAsync(string programme, string from, ReasonForm form)
    {
        if (await FindAsync(programme) is not { } found || !door.Library.Current.Definitions.TryGetValue(from, out var version) || version.DefinitionId != found.Definition.DefinitionId || from == found.Definition.VersionId)
        {
            return NotFound();
        }

        var (moving, staying, listed) = await door.Desk.TryMoveAsync(from, found.Definition.VersionId, Person.Id, Gone);
        return View(Views + "Moves.cshtml", new MovesPage(Home, found, from, moving, staying, listed, form));
    }

    private static IActionResult Again(IActionResult result)
    {
        if (result is ViewResult view)
        {
            view.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return result;
    }

    private async Task<Programme?> FindAsync(string programme) => (await door.Desk.ShelfAsync(Gone)).Programmes.GetValueOrDefault(programme);

    private MapView MapOf(ProgrammeMap map) => MapView.Of(map, S("The way of a case through this programme. The table below says the same in words."), door.Words);

    private static bool IsAbout(ProgrammeChange change, Programme programme) => change switch
    {
        StatusSet set => set.Programme == programme.Settings.Id,
        SettingsSet set => set.Programme == programme.Settings.Id,
        DefinitionPublished published => WorkflowDefinition.Parse(published.Json, published.VersionId).DefinitionId == programme.Definition.DefinitionId,
        RunsMoved moved => moved.ToVersionId == programme.Definition.VersionId,
        _ => false,
    };
}
