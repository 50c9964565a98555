using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Shared.Post;

/// <summary>The paper to travel with, as the post issued it.</summary>
public sealed record TravelPaperForm
{
    [Required(ErrorMessage = "Choose the kind of paper.")]
    public TravelPaperKind? Kind { get; init; }

    [Required(ErrorMessage = "Write the number of the paper.")]
    [StringLength(100, ErrorMessage = "The number is longer than 100 signs.")]
    public string? Number { get; init; }

    [FullDate(Needed = true, ErrorMessage = "Write day, month and year from which it is valid.")]
    public PartialDateForm ValidFrom { get; init; } = new();

    [FullDate(Needed = true, ErrorMessage = "Write day, month and year on which it ends.")]
    public PartialDateForm ValidUntil { get; init; } = new();

    [Required(ErrorMessage = "Say whether it is for one journey only.")]
    public bool? SingleJourney { get; init; }

    [StringLength(500, ErrorMessage = "This is longer than 500 signs.")]
    public string? RouteAllowed { get; init; }

    [Required(ErrorMessage = "Say whether the carrier confirmed that it takes this paper.")]
    public bool? CarrierAccepts { get; init; }

    public RecordTravelPaper ToAct() => new(Kind!.Value, Number!, ValidFrom.ToDay()!.Value, ValidUntil.ToDay()!.Value)
    {
        SingleJourney = SingleJourney!.Value,
        RouteAllowed = Lines.Of(RouteAllowed),
        CarrierAccepts = CarrierAccepts!.Value,
    };
}
