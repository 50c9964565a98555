using HumanitarianEntry.Casework.Queries;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Applicants.Sharing;

[Route("applicants/sharing")]
public sealed class SharingController(OwnDoor door, OwnDisclosures disclosures) : OwnController(door)
{
    [HttpGet]
    public async Task<IActionResult> Index() => await OpenAsync("own-sharing") is { } own
        ? View(new SharingPage(IsDecoy ? [] : await disclosures.ReadAsync(CaseId, HttpContext.RequestAborted), own.Zone))
        : NotFound();
}

public sealed record SharingPage(IReadOnlyList<OwnDisclosure> Entries, TimeZoneInfo Zone);
