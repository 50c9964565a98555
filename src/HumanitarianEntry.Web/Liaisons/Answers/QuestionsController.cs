using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Post;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Liaisons.Answers;

[Route("liaisons/cases/{reference}/question")]
public sealed class QuestionsController(CaseDoor door) : FormController<QuestionForm>(door)
{
    protected override string CasePath => Dossiers.DossiersController.Path;

    protected override string Purpose => "question";

    protected override string FormView => "Questions";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] QuestionForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "Thank you. Your question is recorded; you are told when the answer is here.");
}
