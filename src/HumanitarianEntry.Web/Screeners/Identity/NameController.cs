using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Identity;

/// <summary>One spelling of one name.</summary>
[Route("screeners/cases/{reference}/identity/name")]
public sealed class NameController(CaseDoor door) : ScreenerForm<NameForm>(door)
{
    protected override string FormView => "Name";

    protected override string Done => S("The name is recorded. Every spelling is searched for.");

    protected override Act ToAct(NameForm form) => form.ToAct();
}

public sealed record NameForm
{
    [Required(ErrorMessage = "Choose what kind of name it is.")]
    public NameKind? Kind { get; init; }

    [Required(ErrorMessage = "Choose the alphabet.")]
    public Script? Script { get; init; }

    [StringLength(200, ErrorMessage = "This is longer than 200 signs.")]
    public string? Family { get; init; }

    [StringLength(200, ErrorMessage = "This is longer than 200 signs.")]
    public string? Given { get; init; }

    [StringLength(200, ErrorMessage = "This is longer than 200 signs.")]
    public string? Patronymic { get; init; }

    public string? Source { get; init; } = "applicant";

    /// <summary>Ticked after the warning.</summary>
    public bool AsTyped { get; init; }

    public RecordName ToAct() => new(Kind!.Value, Script!.Value) { Family = Family, Given = Given, Patronymic = Patronymic, Source = Source.Clean() ?? "applicant", AsTyped = AsTyped };
}
