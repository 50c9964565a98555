using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.FormalRequests;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HumanitarianEntry.Web.Applicants.Requests;

/// <summary>What the person may ask for in due form, what became of it, and his copy of what is known of him. The address carries a number, not what it is about.</summary>
[Route("applicants/requests")]
public sealed class RequestsController(OwnDoor door, Inbox inbox, OwnCopies data, IApplicantSignIn signIn) : OwnController(door)
{
    private const string Here = "/applicants/requests";
    private readonly OwnDoor door = door;

    [HttpGet]
    public async Task<IActionResult> Index()
    {
        if (await OpenAsync("own-requests") is not { } own)
            return NotFound();
        if (!IsDecoy)
            await inbox.MarkReadAsync(Self, AnswerRequest.Topic, HttpContext.RequestAborted);
        return View(RequestsPage.Of(own, door.Time.GetUtcNow()));
    }

    [HttpGet("new/{number:int}")]
    public Task<IActionResult> New(int number) => ShowAsync(number, new RequestForm());

    [HttpPost("new/{number:int}"), ShowsFormAgain]
    public async Task<IActionResult> Create(int number, RequestForm form)
    {
        if (RequestForm.KindOf(number) is not { } kind)
            return NotFound();
        if (kind == FormalRequestKind.Erase && form.Sure is null)
            ModelState.AddModelError(nameof(form.Sure), Words["requests.sure.missing"]);
        return await PerformAsync(new AskFormally(kind, form.Words ?? ""), Here, "requests.sent", () => ShowAsync(number, form));
    }

    [HttpPost("back/{number:int}")]
    public Task<IActionResult> TakeBack(int number) => PerformAsync(new TakeBackRequest(number), Here, "requests.taken-back", Index);

    [HttpGet("copy")]
    public Task<IActionResult> Copy() => AskForCodeAsync();

    /// <summary>The copy is made now and goes to who can type the code a second time: an open page in other hands must not be enough.</summary>
    [HttpPost("copy"), NeverKept, EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> Take(CopyForm form)
    {
        if (!ModelState.IsValid)
            return await AskForCodeAsync(StatusCodes.Status422UnprocessableEntity);
        if (IsDecoy || await OpenAsync("own-requests") is not { } own || FormalRules.OpenCopy(own.File, door.Time.GetUtcNow()) is null)
            return Confirmed(Here + "/copy", "requests.copy.none");

        var typed = await signIn.CheckAsync(own.File.Reference, form.Digits(), HttpContext.RequestAborted);
        if (typed is null)
        {
            ModelState.AddModelError(nameof(form.Code), Words["requests.copy.wrong"]);
            return await AskForCodeAsync(StatusCodes.Status422UnprocessableEntity);
        }

        // The code for danger has called for help already; the file that is handed out is as empty as the space behind it.
        if (typed.HasClaim(claim => claim.Type == Person.DecoyClaim && claim.Value != Person.NoDecoy))
            return FileOf(new OwnCopy(EmptySpace.At(door.Time.GetUtcNow()).File, [], door.Time.GetUtcNow(), TimeZoneInfo.Utc));

        var request = new ActRequest { CaseId = CaseId, Actor = Self, Act = new TakeOwnCopy(), Key = Request.ActKeyOf() };
        switch (await Acts.RunAsync(request, HttpContext.RequestAborted))
        {
            case ActResult.Done when await data.ReadAsync(CaseId, HttpContext.RequestAborted) is { } copy:
                return FileOf(copy);
            case ActResult.Refused refused:
                BlockerWords.Explain(ModelState, refused.Blockers, Words, Log);
                return await AskForCodeAsync(StatusCodes.Status422UnprocessableEntity);
            case ActResult.Stale or ActResult.Busy:
                ModelState.AddModelError("", Words["own.busy"]);
                return await AskForCodeAsync(StatusCodes.Status503ServiceUnavailable);
            default:
                return NotFound();
        }
    }

    /// <summary>One page to be saved; its name says a date and nothing else.</summary>
    private ViewResult FileOf(OwnCopy copy)
    {
        Response.Headers.ContentDisposition = $"attachment; filename=\"copy-{copy.MadeAt.UtcDateTime:yyyy-MM-dd}.html\"";
        return View("CopyFile", new CopySheet(copy, Words));
    }

    private async Task<IActionResult> ShowAsync(int number, RequestForm form) => RequestForm.KindOf(number) is not { } kind || await OpenAsync("own-requests") is not { } own
        ? NotFound()
        : kind == FormalRequestKind.Withdraw ? LocalRedirect("/applicants/stop")
        : View("New", form with { Kind = kind, IsAsked = FormalRules.OpenOf(own.File, kind) is not null });

    private async Task<IActionResult> AskForCodeAsync(int status = StatusCodes.Status200OK)
    {
        if (await OpenAsync("own-requests") is not { } own)
            return NotFound();
        var view = View("Copy", new CopyForm { Until = FormalRules.OpenCopy(own.File, door.Time.GetUtcNow())?.Answer!.Provenance.At + FormalRules.DataStays, Zone = own.Zone });
        view.StatusCode = status;
        return view;
    }
}
