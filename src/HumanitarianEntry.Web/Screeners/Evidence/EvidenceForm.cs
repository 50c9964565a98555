using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Screeners.Evidence;

public sealed record EvidenceForm
{
    [Required(ErrorMessage = "Choose what kind of evidence it is.")]
    public EvidenceType? Type { get; init; }

    [Required(ErrorMessage = "Say in a few words what it is.")]
    [StringLength(300, ErrorMessage = "The title is longer than 300 signs.")]
    public string? Title { get; init; }

    [Required(ErrorMessage = "Say where it comes from.")]
    [StringLength(300, ErrorMessage = "This is longer than 300 signs.")]
    public string? Origin { get; init; }

    /// <summary>In which language it is; null where nobody can say yet.</summary>
    public string? Language { get; init; }

    public PartialDateForm ClaimedOn { get; init; } = new();
    public string? Place { get; init; }

    [StringLength(2_000, ErrorMessage = "The link is longer than 2,000 signs.")]
    public string? SourceUrl { get; init; }

    [StringLength(20_000, ErrorMessage = "The description is longer than 20,000 signs.")]
    public string? Description { get; init; }

    public bool IsPublic { get; init; }
    public bool IsCostly { get; init; }
    public bool FromLinkedSource { get; init; }
    public bool OriginalSeen { get; init; }
    public bool IsGraphic { get; init; }

    /// <summary>Of a page or a screen; empty for every other file.</summary>
    public CaptureFields Capture { get; init; } = new();

    /// <summary>A file that was taken in by an earlier try of this form, so that it need not be sent again.</summary>
    public Guid? Received { get; init; }

    public AddEvidence ToAct(EvidenceFile? file) => new(Type!.Value, Title!, Origin!.Trim())
    {
        ClaimedOn = ClaimedOn.ToDate(),
        Language = Language.Clean(),
        Place = Place.Clean(),
        SourceUrl = SourceUrl.Clean(),
        Description = Description.Clean(),
        File = file,
        IsPublic = IsPublic,
        IsCostly = IsCostly,
        FromLinkedSource = FromLinkedSource,
        OriginalSeen = OriginalSeen,
        IsGraphic = IsGraphic,
        HowCaptured = Capture.Method,
        CapturedAt = Capture.Moment(),
        ArchivedUrl = Capture.ArchivedUrl.Clean(),
    };
}
