using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.SubmissionOfficers.Submissions;

[Route("submission-officers/cases/{reference}/submission")]
public sealed class SubmissionsController(CaseDoor door) : ActController<SubmissionForm>(door)
{
    protected override string Purpose => "submission";

    /// <summary>The released version names its recipient.</summary>
    protected override SubmissionForm FirstForm(CaseView view) => new() { Recipient = view.File.Dossier.Released?.RecipientFunction };

    protected override string Done => S("The hand-over is recorded. Decide the gate now: sent, or not delivered.");

    protected override Act ToAct(SubmissionForm form) => form.ToAct();
}
