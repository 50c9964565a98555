using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Post;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.SubmissionOfficers.Posts;

[Route("submission-officers/cases/{reference}/question")]
public sealed class QuestionsController(CaseDoor door) : ActController<QuestionForm>(door)
{
    protected override string Purpose => "question";

    protected override string FormView => "Questions";

    protected override string Done => S("The question is recorded. The coordinator was told.");

    protected override Act ToAct(QuestionForm form) => form.ToAct();
}
