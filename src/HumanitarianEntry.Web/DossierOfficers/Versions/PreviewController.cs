using System.Security.Cryptography;
using HumanitarianEntry.Casework.DossierMaking;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.DossierOfficers.Versions;

/// <summary>What the dossier would say now, before anybody makes a version: as a page, and as a draft in PDF.</summary>
[Route("dossier-officers/cases/{reference}/preview")]
public sealed class PreviewController(CaseDoor door, DossierPreview previews) : CaseController(door)
{
    private const string Purpose = "dossier-preview";

    [HttpGet("")]
    public async Task<IActionResult> Show(string reference, string? language, string? recipient)
    {
        if (await OpenAsync(reference, Purpose) is not { } view || PreviewPage.Of(view, language, recipient) is not { } page
            || await previews.AsPageAsync(view.File.Id, page.Language, page.Recipient, HttpContext.RequestAborted) is not { } made)
        {
            return NotFound();
        }

        return View("Preview", page with { Html = made.Made is { } html ? new HtmlString(html) : null, Trouble = Words(made.Trouble) });
    }

    [HttpGet("file")]
    public async Task<IActionResult> Draft(string reference, string? language, string? recipient)
    {
        if (await OpenAsync(reference, Purpose) is not { } view || PreviewPage.Of(view, language, recipient) is not { } page
            || await previews.AsDraftAsync(view.File.Id, page.Language, page.Recipient, HttpContext.RequestAborted) is not { } made)
        {
            return NotFound();
        }

        if (made.Made is { } draft)
        {
            return File(Dossiers.Documents.FileContent.StreamOf(draft.Bytes), "application/pdf", $"draft-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}.pdf");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Preview", page with { Trouble = Words(made.Trouble) });
    }

    private static TroubleWords? Words(string? trouble) => trouble is null ? null : TroubleWords.Of(new DossierTrouble(0, trouble, IsTriedAgain: false));
}

/// <param name="Html">The dossier, every text in it escaped; null where it could not be made.</param>
public sealed record PreviewPage(CaseView Case, string Language, string Recipient, IHtmlContent? Html = null, TroubleWords? Trouble = null)
{
    public string CaseUrl => Cases.CasesController.Path + Case.File.Reference;

    public string DraftUrl => $"{CaseUrl}/preview/file?language={Language}&recipient={Uri.EscapeDataString(Recipient)}";

    /// <summary>Null for a language or a recipient that the programme does not have; without any, the programme's first.</summary>
    public static PreviewPage? Of(CaseView view, string? language, string? recipient)
    {
        var rules = view.Programme.Rules;
        var (chosen, receiver) = (language ?? rules.DossierLanguages[0], recipient ?? rules.Recipients[0]);
        return rules.DossierLanguages.Contains(chosen) && rules.Recipients.Contains(receiver) ? new(view, chosen, receiver) : null;
    }
}
