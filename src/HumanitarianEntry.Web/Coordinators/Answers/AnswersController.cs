using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Post;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Answers;

[Route("coordinators/cases/{reference}/answer")]
public sealed class AnswersController(CaseDoor door) : FormController<AnswerForm>(door)
{
    protected override string CasePath => Cases.CasesController.Path;

    protected override string Purpose => "answer";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] AnswerForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "The answer is on file. Decide the gate now so that the post is told.");
}
