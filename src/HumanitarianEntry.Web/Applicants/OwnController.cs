using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Texts;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Applicants;

/// <summary>
/// Base of the pages of a person's own space. Addresses carry no reference: the case is the one of the session. A session opened under duress sees an empty
/// space in which every button answers kindly and nothing happens (handbook section 5, statement 4).
/// </summary>
public abstract class OwnController(OwnDoor door) : Controller
{
    /// <summary>Key of the text that confirms what was just done.</summary>
    public const string DoneKey = "Done";

    protected bool IsDecoy => User.HasClaim(claim => claim.Type == Person.DecoyClaim && claim.Value != Person.NoDecoy);

    protected Guid CaseId => Person.Of(User).Id;

    protected Actor Self => new(CaseId, Role.Applicant, Keys.Of(Role.Applicant));

    protected Texts Words => door.Texts;

    /// <summary>For the few acts whose answer is more than a message.</summary>
    protected ActRunner Acts => door.Acts;

    protected ILogger Log => door.Log;

    /// <summary>The person's case; in a decoy session the empty one.</summary>
    protected async Task<OwnCase?> OpenAsync(string purpose) =>
        IsDecoy ? EmptySpace.At(door.Time.GetUtcNow()) : await door.Cases.OpenAsync(CaseId, purpose, HttpContext.RequestAborted);

    /// <summary>
    /// Carries out an act from a form. Done: goes to <paramref name="next"/> and confirms with the text <paramref name="done"/>. Otherwise the form is shown again with
    /// what was typed and what to do: 422 something stands against it, 503 the database is busy.
    /// </summary>
    /// <param name="again">Shows the form again.</param>
    protected async Task<IActionResult> PerformAsync(Act act, string next, string done, Func<Task<IActionResult>> again)
    {
        if (!ModelState.IsValid)
            return await AgainAsync(again, StatusCodes.Status422UnprocessableEntity);

        string key = Request.ActKeyOf();
        if (IsDecoy)
            return Confirmed(next, done);

        var request = new ActRequest { CaseId = CaseId, Actor = Self, Act = act, Key = key };
        switch (await door.Acts.RunAsync(request, HttpContext.RequestAborted))
        {
            case ActResult.Done:
                return Confirmed(next, done);
            case ActResult.Refused refused:
                BlockerWords.Explain(ModelState, refused.Blockers, Words, door.Log);
                return await AgainAsync(again, StatusCodes.Status422UnprocessableEntity);
            case ActResult.Stale or ActResult.Busy:
                ModelState.AddModelError("", Words["own.busy"]);
                return await AgainAsync(again, StatusCodes.Status503ServiceUnavailable);
            default:
                return NotFound();
        }
    }

    protected IActionResult Confirmed(string next, string done)
    {
        TempData[DoneKey] = done;
        return LocalRedirect(next);
    }

    private static async Task<IActionResult> AgainAsync(Func<Task<IActionResult>> again, int status)
    {
        var result = await again();
        if (result is ViewResult view)
            view.StatusCode = status;
        return result;
    }
}

/// <summary>The harmless space of a decoy session: received today, nothing in it. It is made from nothing and touches no case.</summary>
public static class EmptySpace
{
    public static OwnCase At(DateTimeOffset now) => new(
        new CaseFile
        {
            Id = Guid.Empty,
            Reference = string.Empty,
            ProgrammeId = string.Empty,
            CountryOfStay = string.Empty,
            Priority = Priority.Normal,
            OpenedAt = now,
            Position = new Position([new OpenGate(Gate.Referral, now)], null, null, false),
        },
        null, new OwnStatus(CoarseStatus.Received, NextActor.Us, now, null), []);
}
