using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Identity;

/// <summary>A paper that exists or existed, whoever holds it.</summary>
[Route("screeners/cases/{reference}/identity/document")]
public sealed class DocumentController(CaseDoor door) : ScreenerForm<DocumentForm>(door)
{
    protected override string FormView => "Document";

    protected override string Done => S("The paper is recorded.");

    protected override Act ToAct(DocumentForm form) => form.ToAct();
}

public sealed record DocumentForm
{
    [Required(ErrorMessage = "Choose the kind of paper.")]
    public DocumentKind? Kind { get; init; }

    [Required(ErrorMessage = "Choose how we have seen it.")]
    public SeenAs? SeenAs { get; init; }

    [Required(ErrorMessage = "Say who holds the paper now.")]
    [StringLength(200, ErrorMessage = "This is longer than 200 signs.")]
    public string? HeldBy { get; init; }

    public string? Series { get; init; }
    public string? Number { get; init; }
    public string? Issuer { get; init; }
    public PartialDateForm IssuedOn { get; init; } = new();
    public PartialDateForm ExpiresOn { get; init; } = new();
    public bool HasPhoto { get; init; }
    public string? MrzLine1 { get; init; }
    public string? MrzLine2 { get; init; }

    public RecordDocument ToAct() => new(Kind!.Value, SeenAs!.Value, HeldBy!)
    {
        Series = Series.Clean(),
        Number = Number.Clean(),
        Issuer = Issuer.Clean(),
        IssuedOn = IssuedOn.ToDate(),
        ExpiresOn = ExpiresOn.ToDate(),
        HasPhoto = HasPhoto,
        MrzLine1 = MrzLine1.Clean(),
        MrzLine2 = MrzLine2.Clean(),
    };
}
