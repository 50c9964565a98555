using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Post;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Liaisons.Answers;

[Route("liaisons/cases/{reference}/question")]
public sealed class QuestionsController(CaseDoor door) : ActController<QuestionForm>(door)
{
    protected override string Purpose => "question";

    protected override string FormView => "Questions";

    /// <summary>Only the post that has the dossier.</summary>
    protected override bool MayFill(CaseView view) => view.IsWithPost;

    protected override string Done => S("Thank you. Your question is recorded; you are told when the answer is here.");

    protected override Act ToAct(QuestionForm form) => form.ToAct();
}
