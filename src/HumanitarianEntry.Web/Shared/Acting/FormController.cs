using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Acting;

/// <summary>A case and the URL of its page in this audience, for parts of pages that link below it.</summary>
public sealed record CaseAt(CaseView Case, string CaseUrl);

/// <summary>A form about one case: the case above it, what was typed, and the way back.</summary>
public sealed record FormPage<TForm>(CaseView Case, TForm Form, string CaseUrl);

/// <summary>
/// A page with one form that carries out one act. The form is bound with the prefix <c>Form</c>; a form that does not bind is shown again without building the act,
/// so that the act's constructor only meets complete answers.
/// </summary>
public abstract class FormController<TForm>(CaseDoor door) : CaseController(door)
    where TForm : class, new()
{
    /// <summary>URL of the case page in this audience, without the reference.</summary>
    protected virtual string CasePath => $"/{HttpContext.Audience().Path}/cases/";

    /// <summary>Why the case is opened, for the read log.</summary>
    protected abstract string Purpose { get; }

    /// <summary>Name of the view; most steps have one.</summary>
    protected virtual string FormView => "New";

    protected async Task<IActionResult> ShowAsync(string reference) => await OpenAsync(reference, Purpose) is { } view && MayFill(view) ? View(FormView, PageOf(view, FirstForm(view))) : NotFound();

    protected Task<IActionResult> SendAsync(string reference, TForm form, Func<CaseView, Act> act, string message) => SendAsync(reference, form, act, _ => message);

    /// <param name="message">What the person reads when it is done, by the case as it was before.</param>
    protected async Task<IActionResult> SendAsync(string reference, TForm form, Func<CaseView, Act> act, Func<CaseView, string> message)
    {
        if (await OpenAsync(reference, Purpose) is not { } view || !MayFill(view))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(FormView, PageOf(view, form));
        }

        return await PerformAsync(view, act(view), NextPath(view), message(view), async () => View(FormView, PageOf((await OpenAsync(reference, Purpose))!, form)));
    }

    /// <summary>The form is for this person. Whoever is on the case sees most forms of his audience, and the act refuses what is not his; a form on a closed part is not there for others.</summary>
    protected virtual bool MayFill(CaseView view) => true;

    /// <summary>Where the person goes when it is done; the page of the case, unless the form belongs to another.</summary>
    protected virtual string NextPath(CaseView view) => CasePath + view.File.Reference;

    /// <summary>The form before anything was typed.</summary>
    protected virtual TForm FirstForm(CaseView view) => new();

    private FormPage<TForm> PageOf(CaseView view, TForm form) => new(view, form, CasePath + view.File.Reference);
}

/// <summary>The usual page: its form is one act, shown by GET and carried out by POST at the same address.</summary>
public abstract class ActController<TForm>(CaseDoor door) : FormController<TForm>(door)
    where TForm : class, new()
{
    /// <summary>What the person reads when it is done.</summary>
    protected abstract string Done { get; }

    /// <summary>The same, where it depends on how the case stood before.</summary>
    protected virtual string DoneIn(CaseView before) => Done;

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost(""), ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] TForm form) => SendAsync(reference, form, _ => ToAct(form), DoneIn);

    /// <summary>Only for a valid form.</summary>
    protected abstract Act ToAct(TForm form);
}
