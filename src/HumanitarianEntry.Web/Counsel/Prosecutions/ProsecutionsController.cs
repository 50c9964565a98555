using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Prosecutions;

public sealed record ProsecutionForm
{
    [Required(ErrorMessage = "Name the state that prosecutes."), RegularExpression("[A-Za-z]{2}", ErrorMessage = "Write the state as two letters, such as RU.")]
    public string? State { get; init; }

    [Required(ErrorMessage = "Name the article, such as 337 part 5."), StringLength(200)]
    public string? Article { get; init; }

    [Required(ErrorMessage = "Choose how far it has gone.")]
    public ProsecutionStatus? Status { get; init; }

    [StringLength(200)]
    public string? Body { get; init; }

    [StringLength(100)]
    public string? Number { get; init; }

    public PartialDateForm On { get; init; } = new();

    [Required(ErrorMessage = "Say from whom or from which paper this is known."), StringLength(500)]
    public string? LearntFrom { get; init; }

    /// <summary>Only for a valid form.</summary>
    public RecordProsecution ToAct() => new(State!.ToUpperInvariant(), Article!.Trim(), Status!.Value, LearntFrom!.Trim())
    {
        Body = string.IsNullOrWhiteSpace(Body) ? null : Body.Trim(),
        Number = string.IsNullOrWhiteSpace(Number) ? null : Number.Trim(),
        On = On.Iso is { } day ? PartialDate.Parse(day) : null,
    };
}

[Route("counsel/cases/{reference}/prosecution")]
public sealed class ProsecutionsController(CaseDoor door) : ActController<ProsecutionForm>(door)
{
    protected override string Purpose => "prosecution";

    protected override string Done => S("The prosecution is recorded.");

    protected override Act ToAct(ProsecutionForm form) => form.ToAct();
}
