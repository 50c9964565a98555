using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>The record was read to the person.</summary>
[Route("screeners/cases/{reference}/interview/read-back")]
public sealed class ReadBackController(CaseDoor door) : ScreenerForm<ReadBackForm>(door)
{
    protected override string FormView => "ReadBack";

    protected override string Done => "The read-back is recorded.";

    protected override Act ToAct(ReadBackForm form) => form.ToAct();
}

public sealed record ReadBackForm
{
    [Required(ErrorMessage = "Choose whether the person confirmed the record.")]
    public bool? Confirmed { get; init; }

    [StringLength(20_000, ErrorMessage = "The corrections are longer than 20,000 signs.")]
    public string? Corrections { get; init; }

    public RecordReadBack ToAct() => new(Confirmed!.Value) { Corrections = Corrections.Clean() };
}
