using HumanitarianEntry.Casework.Drafting;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Designers.Studio;

/// <summary>A page of our own around one element of Studio.</summary>
/// <param name="Element">Name of the custom element.</param>
/// <param name="Attribute">Its one attribute; null when it has none.</param>
/// <param name="Token">Ours against forged requests; Studio sends it with every call as the name of a tenant.</param>
public sealed record StudioPage(string Heading, string Element, string? Attribute, string? Value, string TokenHeader, string Token, bool MayEdit);

/// <summary>Elsa Studio on pages of our own, and its files. Each answer carries the wider policy that Studio needs; nothing else of this program does.</summary>
[Route("designer/studio/" + StudioPackage.Version)]
public sealed class StudioController(StudioPackage package, DefinitionShelf shelf, RunViews runs, IAntiforgery antiforgery) : Controller
{
    [HttpGet("definitions/{definition}")]
    public async Task<IActionResult> Definition(string definition) => await shelf.FindAsync(definition, HttpContext.RequestAborted) is { } found
        ? Around(found.DefinitionId, "elsa-workflow-definition-editor", "definition-id", found.DefinitionId)
        : NotFound();

    [HttpGet("definitions")]
    public IActionResult Definitions() => Around(S("All definitions"), "elsa-workflow-definition-list", null, null);

    [HttpGet("runs/{id:guid}")]
    public async Task<IActionResult> Run(Guid id) => await runs.OfAsync(Person.Of(User).Organisation, id, HttpContext.RequestAborted) is { } run
        ? Around(S($"A run of {run.Definition.DefinitionId}"), "elsa-workflow-instance-viewer", "instance-id", id.ToString())
        : NotFound();

    [HttpGet("runs")]
    public IActionResult Runs() => Around(S("All runs"), "elsa-workflow-instance-list", null, null);

    [HttpGet("{**file}")]
    public IActionResult File(string? file)
    {
        if (file is null || package.Find(file) is not { } found)
        {
            return NotFound();
        }

        StaticAsset.MarkImmutable(HttpContext);
        StudioPackage.Policy.Mark(HttpContext);
        Response.Headers.Vary = "Accept-Encoding";
        if (found.Brotli is { } brotli && Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "br" && e.Quality is not 0))
        {
            Response.Headers.ContentEncoding = "br";
            return PhysicalFile(brotli, found.ContentType);
        }

        return PhysicalFile(found.Path, found.ContentType);
    }

    private ViewResult Around(string heading, string element, string? attribute, string? value)
    {
        var tokens = antiforgery.GetAndStoreTokens(HttpContext);
        StudioPackage.Policy.Mark(HttpContext);
        return View("Around", new StudioPage(heading, element, attribute, value, tokens.HeaderName!, tokens.RequestToken!, User.IsInRole(Audiences.DesignerRole)));
    }
}
