using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.EmbassySubmission;

namespace HumanitarianEntry.Web.SubmissionOfficers.Submissions;

public sealed record SubmissionForm
{
    [Required(ErrorMessage = "Say how the dossier is handed over.")]
    [StringLength(200, ErrorMessage = "This is longer than 200 signs.")]
    public string? Channel { get; init; }

    [Required(ErrorMessage = "Choose who receives it.")]
    public string? Recipient { get; init; }

    public SubmitDossier ToAct() => new(Channel!.Trim(), Recipient!);
}
