using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Identity;

/// <summary>What is known of the birth.</summary>
[Route("screeners/cases/{reference}/identity/birth")]
public sealed class BirthController(CaseDoor door) : ScreenerForm<BirthForm>(door)
{
    protected override string FormView => "Birth";

    protected override string Done => S("The birth is recorded.");

    protected override Act ToAct(BirthForm form) => form.ToAct();
}

public sealed record BirthForm
{
    [DateNeeded(ErrorMessage = "Write what is known of the birth date; the year is enough.")]
    public PartialDateForm BornOn { get; init; } = new();

    [Required(ErrorMessage = "Choose what the papers say.")]
    public Sex? Sex { get; init; }

    [Required(ErrorMessage = "Name at least one nationality, or XXA for a stateless person.")]
    [RegularExpression("[A-Za-z]{2,3}([ ,;]+[A-Za-z]{2,3})*", ErrorMessage = "Write nationalities as two or three letters each, such as RUS, KAZ.")]
    public string? Nationalities { get; init; }

    [StringLength(200)]
    public string? Place { get; init; }
    [StringLength(200)]
    public string? Country { get; init; }

    public RecordBirth ToAct() => new(BornOn.ToDate()!.Value, Sex!.Value, [.. Nationalities!.ToUpperInvariant().Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries)]) { Place = Place.Clean(), Country = Country.Clean() };
}
