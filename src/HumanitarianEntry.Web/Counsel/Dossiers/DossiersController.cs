using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Dossiers;

public sealed class DossiersController(CaseDoor door, CaseFiles files) : DossierDownloads(door, files)
{
    [HttpGet("/counsel/cases/{reference}/dossier/{version:int}")]
    public Task<IActionResult> Show(string reference, int version) => DownloadAsync(reference, version);
}
