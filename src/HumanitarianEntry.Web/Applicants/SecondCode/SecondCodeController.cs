using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.AccessCodes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Texts;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Applicants.SecondCode;

/// <summary>
/// The person makes himself the code for danger. The page never says whether there is one already. Before our first answer it does not exist: the harmless space looks like
/// such a beginning, and nothing may tell the two apart.
/// </summary>
[Route("applicants/second-code")]
public sealed class SecondCodeController(OwnDoor door) : OwnController(door)
{
    [HttpGet]
    public async Task<IActionResult> New() => await IsOfferedAsync() ? View("New") : NotFound();

    [HttpPost]
    public async Task<IActionResult> Create()
    {
        if (!await IsOfferedAsync())
        {
            return NotFound();
        }

        var request = new ActRequest { CaseId = CaseId, Actor = Self, Act = new MakeDangerCode(), Key = Request.ActKeyOf() };
        switch (await Acts.RunAsync(request, HttpContext.RequestAborted))
        {
            case ActResult.Done { AccessCode: { } code }:
                return View("Code", code);
            case ActResult.Done:
                return Refuse(Words["secondcode.shown-before"], StatusCodes.Status422UnprocessableEntity);
            case ActResult.Refused refused:
                BlockerWords.Explain(ModelState, refused.Blockers, Words, Log);
                return Refuse(null, StatusCodes.Status422UnprocessableEntity);
            case ActResult.Stale or ActResult.Busy:
                return Refuse(Words["own.busy"], StatusCodes.Status503ServiceUnavailable);
            default:
                return NotFound();
        }
    }

    /// <summary>Whether the link and the page are there.</summary>
    public static bool IsOffered(OwnCase own) => own.Status.Coarse is not (CoarseStatus.Received or CoarseStatus.Closed);

    private async Task<bool> IsOfferedAsync() => !IsDecoy && await OpenAsync("own-second-code") is { } own && IsOffered(own);

    private ViewResult Refuse(string? words, int status)
    {
        if (words is not null)
        {
            ModelState.AddModelError("", words);
        }

        Response.StatusCode = status;
        return View("New");
    }
}
