using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.FormalRequests;

/// <summary>What the person has asked for in due form, each with its last day, and the answer to it. A wish to be erased is answered by two people.</summary>
[Route("coordinators/cases/{reference}/formal-requests")]
public sealed class FormalRequestsController(CaseDoor door, StaffDirectory staff, TimeProvider time) : CaseController(door)
{
    private const string Purpose = "formal-requests";

    [HttpGet("")]
    public async Task<IActionResult> Show(string reference, int? number) => await OpenAsync(reference, Purpose) is { } view ? await PageAsync(view, number, new AnswerForm(), new ErasureForm(), new SecondForm()) : NotFound();

    [HttpPost("answer"), ShowsFormAgain]
    public async Task<IActionResult> Answer(string reference, [Bind(Prefix = "Answer")] AnswerForm form) => await OpenAsync(reference, Purpose) is { } view
        ? await PerformAsync(view, form.ToAct, UrlOf(view), _ => S("Answered. The person reads it in the secure space."), () => PageAsync(view, form.Number, form, new ErasureForm(), new SecondForm()))
        : NotFound();

    [HttpPost("erasure"), ShowsFormAgain]
    public async Task<IActionResult> Erasure(string reference, [Bind(Prefix = "Erasure")] ErasureForm form) => await OpenAsync(reference, Purpose) is { } view
        ? await PerformAsync(view, form.ToAct, UrlOf(view), _ => S("Proposed. Another coordinator on this case must agree."), () => PageAsync(view, form.Number, new AnswerForm(), form, new SecondForm()))
        : NotFound();

    [HttpPost("second"), ShowsFormAgain]
    public async Task<IActionResult> Second(string reference, [Bind(Prefix = "Second")] SecondForm form) => await OpenAsync(reference, Purpose) is { } view
        ? await PerformAsync(view, form.ToAct, UrlOf(view), act => act.Agrees ? S("Agreed. The person reads the answer in the secure space.") : S("Not agreed. It waits for a new proposal."), () => PageAsync(view, form.Number, new AnswerForm(), new ErasureForm(), form))
        : NotFound();

    private async Task<IActionResult> PageAsync(CaseView view, int? number, AnswerForm answer, ErasureForm erasure, SecondForm second)
    {
        var contact = view.File.Contact;
        var people = contact.FormalAnswers.Select(a => a.Provenance.By).Concat(contact.ErasureSteps.Select(s => s.Provenance.By)).Distinct().ToList();
        var names = await staff.NamesAsync(people, HttpContext.RequestAborted);
        return View("Show", new FormalRequestsPage(view, UrlOf(view), names, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), Person.Id, answer, erasure, second) { Number = number });
    }

    private static string UrlOf(CaseView view) => $"/coordinators/cases/{view.File.Reference}/formal-requests";
}
