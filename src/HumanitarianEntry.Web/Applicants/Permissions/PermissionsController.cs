using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Applicants.Permissions;

/// <summary>Yes or no to each thing we would like to do, and taking a yes back. The address carries a number, not what it is about.</summary>
[Route("applicants/permissions")]
public sealed class PermissionsController(OwnDoor door) : OwnController(door)
{
    private readonly OwnDoor door = door;

    private DateOnly Today => DateOnly.FromDateTime(door.Time.GetUtcNow().UtcDateTime);

    [HttpGet]
    public async Task<IActionResult> Index() => await OpenAsync("own-permissions") is { } own ? View(Permission.AllOf(own, Today)) : NotFound();

    /// <summary>What he allowed, to be printed or written down: the reference and no name.</summary>
    [HttpGet("receipt")]
    public async Task<IActionResult> Receipt() => await OpenAsync("own-permissions") is { } own ? View(new ReceiptPage(own.File.Reference, Today, Permission.AllOf(own, Today))) : NotFound();

    [HttpGet("{number:int}")]
    public Task<IActionResult> Edit(int number) => ShowAsync(number, new PermissionForm());

    [HttpPost("{number:int}"), ShowsFormAgain]
    public async Task<IActionResult> Answer(int number, PermissionForm form)
    {
        if (await OpenAsync("own-permissions") is not { } own)
            return NotFound();
        if (IsDecoy && ModelState.IsValid)
            return Confirmed("/applicants/permissions", "permissions.done");

        return Permission.Find(own, number, Today) is { } permission
            ? await PerformAsync(permission.Act(form.Answer == PermissionForm.Yes, Words.Language, Today), "/applicants/permissions", "permissions.done", () => ShowAsync(number, form))
            : NotFound();
    }

    private async Task<IActionResult> ShowAsync(int number, PermissionForm form) =>
        await OpenAsync("own-permissions") is { } own && Permission.Find(own, number, Today) is { } permission ? View("Edit", form with { Permission = permission }) : NotFound();
}

/// <param name="Reference">Empty in a space that stands for no case.</param>
public sealed record ReceiptPage(string Reference, DateOnly Today, IReadOnlyList<Permission> Permissions);
