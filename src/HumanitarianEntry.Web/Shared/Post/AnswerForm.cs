using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.EmbassySubmission;

namespace HumanitarianEntry.Web.Shared.Post;

public sealed record AnswerForm
{
    [Required(ErrorMessage = "Write the answer.")]
    [StringLength(20_000, ErrorMessage = "The answer is longer than 20,000 signs.")]
    public string? Text { get; init; }

    /// <summary>Marks of evidence items (E1, E2 ...).</summary>
    public List<string> Annexes { get; init; } = [];

    public AnswerInformationRequest ToAct() => new(Text!) { Annexes = [.. Annexes] };
}
