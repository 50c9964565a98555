using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.DossierOfficers.Recipients;

[Route("dossier-officers/cases/{reference}/recipients")]
public sealed class RecipientsController(CaseDoor door, TimeProvider time) : Shared.Recipients.RecipientsController(door, time);

[Route("dossier-officers/cases/{reference}/urgent")]
public sealed class UrgentController(CaseDoor door) : Shared.Recipients.UrgentController(door);

/// <summary>Which picture stands on the person sheet.</summary>
[Route("dossier-officers/cases/{reference}/photograph")]
public sealed class PhotographController(CaseDoor door) : ActController<PhotographForm>(door)
{
    protected override string Purpose => "photograph";

    protected override string FormView => "Photograph";

    protected override string Done => S("Recorded. It stands in versions that are made from now on.");

    protected override PhotographForm FirstForm(CaseView view) => new() { Item = view.File.Dossier.Photograph?.Item };

    protected override Act ToAct(PhotographForm form) => new ChoosePhotograph(form.Item == PhotographForm.None ? null : form.Item) { PersonAgrees = form.PersonAgrees };
}

public sealed record PhotographForm
{
    public const string None = "none";

    [Required(ErrorMessage = "Choose a picture, or that none is shown.")]
    public string? Item { get; init; }

    public bool PersonAgrees { get; init; }

    /// <summary>Items whose cleaned copy is a picture that may be shown.</summary>
    public static IReadOnlyList<EvidenceItem> Fit(CaseFile file) => Pictures(file, isGraphic: false);

    /// <summary>Pictures at which nobody of staff has looked yet.</summary>
    public static IReadOnlyList<EvidenceItem> NotLookedAt(CaseFile file) => Pictures(file, isGraphic: null);

    private static IReadOnlyList<EvidenceItem> Pictures(CaseFile file, bool? isGraphic) =>
        [.. file.Evidence.Items.Values().Where(i => !FileRules.IsProtected(i) && FileRules.IsGraphic(file.Evidence, i.Label) == isGraphic && FileRules.PictureOf(file.Evidence, i) is not null)];
}
