using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Post;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.SubmissionOfficers.Answers;

[Route("submission-officers/cases/{reference}/answer")]
public sealed class AnswersController(CaseDoor door) : ActController<AnswerForm>(door)
{
    protected override string Purpose => "answer";

    protected override string Done => S("The answer is on file. Decide the gate now so that the post is told.");

    protected override Act ToAct(AnswerForm form) => form.ToAct();
}
