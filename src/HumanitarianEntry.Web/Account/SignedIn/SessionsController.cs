using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Account.SignedIn;

/// <summary>Ends one's own sessions elsewhere.</summary>
[Route("account/sessions")]
public sealed class SessionsController(AccountDoor door) : AccountController(door)
{
    [HttpPost("{id:guid}/end")]
    public async Task<IActionResult> End(Guid id)
    {
        await Parts.Rows.EndAsync(id, (await AccountAsync()).Id, HttpContext.RequestAborted);
        return Done(S("The session has ended."));
    }

    [HttpPost("end-others")]
    public async Task<IActionResult> EndOthers()
    {
        var account = await AccountAsync();
        var ended = await Parts.Own.EndSessionsAsync(account, HttpContext.RequestAborted);
        return ended.Succeeded ? await GoOnAsync(account, S("Every other session has ended.")) : throw new InvalidOperationException("The account store refused to end sessions.");
    }
}
