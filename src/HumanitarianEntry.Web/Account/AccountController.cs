using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Hosting.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Account;

/// <summary>What the pages of one's own account need, injected as one part so that controllers stay thin.</summary>
public sealed class AccountDoor(UserManager<StaffAccount> users, OwnAccount own, StaffSessions rows, Sessions sessions)
{
    public UserManager<StaffAccount> Users { get; } = users;
    public OwnAccount Own { get; } = own;
    public StaffSessions Rows { get; } = rows;
    public Sessions Sessions { get; } = sessions;
}

/// <summary>Base of the pages on which a staff member looks after his own account; no page of it names another one.</summary>
public abstract class AccountController(AccountDoor door) : Controller
{
    public const string Home = "/account";
    public const string DoneKey = "Done";

    protected static string WrongPassword => S("This is not your password now. After ten wrong tries the account pauses for a quarter of an hour.");

    protected AccountDoor Parts => door;

    protected Guid? CurrentSession => SessionRegister.SessionOf(User);

    /// <summary>The door this session came by.</summary>
    protected Door CurrentDoor => Sessions.StaffDoorOf(User);

    protected async Task<StaffAccount> AccountAsync() =>
        await door.Users.FindByIdAsync(Sessions.SubjectOf(User)) ?? throw new InvalidOperationException("A session is open for an account that does not exist.");

    /// <summary>Goes on in this browser after a change that ended every session.</summary>
    protected async Task<IActionResult> GoOnAsync(StaffAccount account, string message)
    {
        var person = await door.Users.PrincipalAsync(account, User.FindFirst(SessionRegister.ProofClaim)?.Value ?? Proofs.Code);
        await door.Sessions.OpenAsync(HttpContext, CurrentDoor, person);
        return Done(message);
    }

    protected IActionResult Done(string message)
    {
        TempData[DoneKey] = message;
        return LocalRedirect(Home);
    }
}
