using HumanitarianEntry.Casework;
using HumanitarianEntry.Web.Shared.Texts;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Liaisons.Dossiers;

/// <summary>The page to print that tells an official how to check a dossier without this program, in the language of the reader.</summary>
[Route("liaisons/how-to-check")]
public sealed class CheckingController(CaseworkOptions options) : Controller
{
    [HttpGet("file")]
    public IActionResult Download() => PhysicalFile(
        Path.GetFullPath(Path.Combine(options.TemplatesPath, "dossier-check", StaffWords.Language + ".html")), "application/octet-stream", $"how-to-check-{StaffWords.Language}.html");
}
