using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>What the persecuting state does against the person.</summary>
[Route("screeners/cases/{reference}/interview/prosecution")]
public sealed class ProsecutionController(CaseDoor door) : ScreenerForm<ProsecutionForm>(door)
{
    protected override string FormView => "Prosecution";

    protected override string Done => S("The prosecution is recorded.");

    protected override Act ToAct(ProsecutionForm form) => form.ToAct();
}

public sealed record ProsecutionForm
{
    [Required(ErrorMessage = "Name the state.")]
    [RegularExpression("[A-Za-z]{2}", ErrorMessage = "Name the state by its two-letter code, such as RU.")]
    public string? State { get; init; } = "RU";

    [Required(ErrorMessage = "Name the article, or write that it is not known.")]
    [StringLength(200)]
    public string? Article { get; init; }

    [Required(ErrorMessage = "Choose how far it has gone.")]
    public ProsecutionStatus? Status { get; init; }

    [Required(ErrorMessage = "Say how this was learnt.")]
    [StringLength(200)]
    public string? LearntFrom { get; init; }

    [StringLength(200)]
    public string? Body { get; init; }
    [StringLength(200)]
    public string? Number { get; init; }
    public PartialDateForm On { get; init; } = new();

    public RecordProsecution ToAct() => new(State!.ToUpperInvariant(), Article!.Trim(), Status!.Value, LearntFrom!.Trim()) { Body = Body.Clean(), Number = Number.Clean(), On = On.ToDate() };
}
