using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Dossiers;

[Route("coordinators/cases/{reference}/dossier/{version:int}")]
public sealed class DossiersController(CaseDoor door, CaseFiles files) : DossierDownloads(door, files)
{
    [HttpGet("")]
    public Task<IActionResult> Download(string reference, int version) => DownloadAsync(reference, version);
}
