using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Referrals;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Administrators.ReferralTokens;

/// <summary>Keys for the systems of organisations that refer people. A key is shown once, in the answer to the form that made it.</summary>
public sealed class ReferralTokensController(Casework.Referrals.ReferralTokens tokens, ProgrammeLibrary programmes, TimeProvider time) : Controller
{
    [HttpGet(Paths.ReferralTokens), Nav("Referring organisations", Order = 5)]
    public async Task<IActionResult> Index() => View(new TokensPage(await tokens.AllAsync(HttpContext.RequestAborted), await tokens.LastUsesAsync(HttpContext.RequestAborted), time.GetUtcNow(), NameOf));

    [HttpGet(Paths.ReferralTokens + "/new")]
    public IActionResult New() => View(new NewTokenPage(new TokenForm(), Choices));

    [HttpPost(Paths.ReferralTokens), ShowsFormAgain]
    public async Task<IActionResult> Issue([Bind(Prefix = "Form")] TokenForm form)
    {
        if (ModelState.IsValid && !programmes.Has(form.Programme!))
        {
            ModelState.AddModelError("Form.Programme", S("Choose the programme."));
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("New", new NewTokenPage(form, Choices));
        }

        var (token, secret) = await tokens.IssueAsync(form.Organisation!.Trim(), form.Programme!, TimeSpan.FromDays(form.Days), Person.Of(User).Id, HttpContext.RequestAborted);
        Response.Headers.CacheControl = "no-store";
        return View("Issued", new IssuedPage(token, secret, NameOf(token.Programme)));
    }

    [HttpPost(Paths.ReferralTokens + "/{id:guid}/end")]
    public async Task<IActionResult> End(Guid id)
    {
        TempData[Paths.DoneMessage] = await tokens.EndAsync(id, Person.Of(User).Id, HttpContext.RequestAborted) ? S("Taken back: from now on it opens nothing.") : S("Nothing to do: it was taken back before.");
        return LocalRedirect(Paths.ReferralTokens);
    }

    private IReadOnlyList<Choice> Choices => [.. programmes.Taking.Select(p => new Choice(p.Settings.Id, NameOf(p.Settings.Id)))];

    private string NameOf(string programme) => programmes.Has(programme) ? FactWords.Programme(programmes.For(programme).Settings) : programme;
}

public sealed record TokensPage(IReadOnlyList<ReferralToken> Tokens, IReadOnlyDictionary<Guid, DateTimeOffset> LastUses, DateTimeOffset Now, Func<string, string> NameOf);

public sealed record NewTokenPage(TokenForm Form, IReadOnlyList<Choice> Programmes);

public sealed record IssuedPage(ReferralToken Token, string Secret, string ProgrammeName);

public sealed record TokenForm
{
    [Required(ErrorMessage = "Write how the organisation is called in the cases that it refers.")]
    [StringLength(100, ErrorMessage = "The name is longer than 100 signs.")]
    public string? Organisation { get; init; }

    [Required(ErrorMessage = "Choose the programme.")]
    public string? Programme { get; init; }

    [Range(1, 366, ErrorMessage = "Write for how many days it is good, from 1 to 366.")]
    public int Days { get; init; } = 90;
}
