using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
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

    /// <summary>While a question waits no gate asks whether it was sent.</summary>
    protected override string DoneIn(CaseView before) => before.File.Position.IsOpen(Gate.Submission) ? Done
        : before.File.Dossier.OpenQuestion is not null ? S("The hand-over is recorded: the post has the new version. Its question still waits; write the answer now.")
        : S("The hand-over is recorded: the post has the new version. The answer to its question is on file; decide the gate now so that the post is told.");

    protected override Act ToAct(SubmissionForm form) => form.ToAct();
}
