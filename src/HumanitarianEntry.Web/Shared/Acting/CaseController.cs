using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Acting;

/// <summary>What every page about a case needs: the person, the case as his role may see it, and one way to act. Injected as one part so that controllers stay thin.</summary>
public sealed class CaseDoor(ActRunner acts, CaseDesk desk)
{
    public ActRunner Acts { get; } = acts;
    public CaseDesk Desk { get; } = desk;
}

/// <summary>Base of controllers that show or change one case. The role acted in is one of the audience's roles that the person holds.</summary>
public abstract class CaseController(CaseDoor door) : Controller
{
    public const string VersionField = "__version";
    public const string DoneMessage = "Done";

    protected Person Person => Person.Of(User);

    /// <summary>For the few acts whose answer is more than a message.</summary>
    protected ActRunner Acts => door.Acts;

    protected CaseDesk Desk => door.Desk;

    /// <summary>The roles of this audience that the person holds.</summary>
    protected IReadOnlyList<Role> RolesHere => [.. HttpContext.Audience().Roles.Select(Keys.Role).Where(Person.Roles.Contains)];

    /// <summary>The case in the first role of this audience in which the person is on it; null means 404, whether or not it exists.</summary>
    protected async Task<CaseView?> OpenAsync(string reference, string purpose)
    {
        foreach (var role in RolesHere)
        {
            if (await door.Desk.OpenAsync(Person.As(role), reference, purpose, HttpContext.RequestAborted) is { } view)
            {
                return view;
            }
        }

        return null;
    }

    /// <summary>
    /// Carries out an act from a form. Done: goes to <paramref name="next"/> with a message. Otherwise the form is shown again with what was typed and what to do:
    /// 422 something stands against it, 409 somebody else acted, 503 the database is busy.
    /// </summary>
    /// <param name="again">Shows the form again.</param>
    protected Task<IActionResult> PerformAsync(CaseView view, Act act, string next, string message, Func<Task<IActionResult>> again) => PerformAsync(view, () => act, next, _ => message, again);

    /// <summary>The same for a form whose act can only be built when it is complete.</summary>
    /// <param name="makeAct">Called for a valid form only.</param>
    protected async Task<IActionResult> PerformAsync<TAct>(CaseView view, Func<TAct> makeAct, string next, Func<TAct, string> message, Func<Task<IActionResult>> again)
        where TAct : Act
    {
        if (!ModelState.IsValid)
        {
            return await AgainAsync(again, StatusCodes.Status422UnprocessableEntity);
        }

        var act = makeAct();
        var rule = ActCatalogue.RuleOf(act);
        if (RolesOn(view).Where(rule.Roles.Contains).ToList() is not [var role, ..])
        {
            return NotFound();
        }

        var request = new ActRequest { CaseId = view.File.Id, Actor = Person.As(role), Act = act, Key = Request.ActKeyOf(), SeenVersion = SeenVersion() };
        switch (await door.Acts.RunAsync(request, HttpContext.RequestAborted))
        {
            case ActResult.Done:
                TempData[DoneMessage] = message(act);
                return LocalRedirect(next);
            case ActResult.Refused refused:
                Explain(refused.Blockers);
                return await AgainAsync(again, StatusCodes.Status422UnprocessableEntity);
            case ActResult.Stale stale:
                ModelState.AddModelError(string.Empty, S($"Somebody else acted on this case while you were writing: {string.Join("; ", stale.Since.Select(s => $"{InWords(s.Kind)} ({InWords(s.Role)})"))}. Look at the case as it is now, then send your decision again. Nothing you wrote is lost."));
                return await AgainAsync(again, StatusCodes.Status409Conflict);
            case ActResult.Busy:
                ModelState.AddModelError(string.Empty, S("The database is busy and took nothing. Nothing you wrote is lost: send the form again in a moment."));
                return await AgainAsync(again, StatusCodes.Status503ServiceUnavailable);
            default:
                return NotFound();
        }
    }

    /// <summary>The roles of this audience in which the person is on the case; never empty for a case that <see cref="OpenAsync"/> returned.</summary>
    protected IReadOnlyList<Role> RolesOn(CaseView view) => [.. RolesHere.Where(r => r == Role.Applicant || view.File.Assignments.Exists(a => a.Role == r && a.StaffId == Person.Id))];

    private void Explain(IReadOnlyList<Blocker> blockers)
    {
        foreach (var blocker in blockers)
        {
            ModelState.AddModelError(string.Empty, S(blocker.Message));
        }
    }

    private static async Task<IActionResult> AgainAsync(Func<Task<IActionResult>> again, int status)
    {
        var result = await again();
        if (result is ViewResult view)
        {
            view.StatusCode = status;
        }

        return result;
    }

    private long? SeenVersion() => long.TryParse(Request.Form[VersionField], System.Globalization.CultureInfo.InvariantCulture, out var seen) ? seen : null;
}
