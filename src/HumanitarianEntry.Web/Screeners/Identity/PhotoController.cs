using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Identity;

/// <summary>One person compares document photo and live face by himself.</summary>
[Route("screeners/cases/{reference}/identity/photo")]
public sealed class PhotoController(CaseDoor door) : ScreenerForm<PhotoForm>(door)
{
    protected override string FormView => "Photo";

    protected override string Done => S("Your comparison is recorded.");

    protected override Act ToAct(PhotoForm form) => form.ToAct();
}

public sealed record PhotoForm
{
    [Required(ErrorMessage = "Choose the paper.")]
    public string? Document { get; init; }

    [Required(ErrorMessage = "Choose what you saw.")]
    public PhotoMatch? Result { get; init; }

    public ComparePhoto ToAct() => new(Document!, Result!.Value);
}
