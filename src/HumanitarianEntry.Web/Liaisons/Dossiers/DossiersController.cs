using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Notices.Labelling;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Liaisons.Dossiers;

/// <summary>A line of the post's list: no state, country or gate of the inside.</summary>
public sealed record DossierLine(string Reference, string Status, Priority Urgency, bool WaitsForYou);

public sealed record DossierList(IReadOnlyList<DossierLine> Lines);

[Route("liaisons")]
public sealed class DossiersController(CaseDoor door, PostList list, Labels labels, CaseFiles files) : DossierDownloads(door, files)
{
    public const string Path = "/liaisons/cases/";

    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var mine = await list.ReadAsync(Person.As(Role.EmbassyLiaison), HttpContext.RequestAborted);
        return View("Index", new DossierList([.. mine.Select(LineOf).OfType<DossierLine>()]));
    }

    /// <summary>A dossier that is with the post; or only an urgent page, which is handed over while the case itself is elsewhere.</summary>
    private DossierLine? LineOf(PostItem item)
    {
        var (work, state) = (item.Work, item.Work.State);
        return item.MayHaveDossier && LiaisonWords.IsWithPost(labels, state) ? new DossierLine(work.Reference, LiaisonWords.Of(labels, state).Text, work.Priority, work.IsMine)
            : item.HasUrgentPage && LiaisonWords.MayOpenUrgent(state) ? new DossierLine(work.Reference, S("Urgent page"), work.Priority, WaitsForYou: false)
            : null;
    }

    /// <summary>Before anything was handed over there is nothing to see, also for who is on the case already.</summary>
    [HttpGet("cases/{reference}")]
    public async Task<IActionResult> Show(string reference) =>
        await OpenAsync(reference, "dossier") is { File.Dossier.Submissions.IsEmpty: false } view ? View("Show", DossierPage.Of(view, labels)) : NotFound();

    /// <summary>A handed-over version, while it is with the post and was not called back.</summary>
    [HttpGet("cases/{reference}/dossier/{version:int}")]
    public Task<IActionResult> Download(string reference, int version) =>
        DownloadAsync(reference, version, view => view.File.Dossier.Versions.Find(v => v.Version == version) is { } found && LiaisonWords.MayOpen(found, view.File.Position.State, view.IsWithPost));
}
