using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.SubmissionOfficers.Versions;

[Route("submission-officers/cases/{reference}/dossier/{version:int}")]
public sealed class DownloadsController(CaseDoor door, CaseFiles files) : DossierDownloads(door, files)
{
    [HttpGet("")]
    public Task<IActionResult> Download(string reference, int version) => DownloadAsync(reference, version);
}
