using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Contradictions;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Contradictions;

/// <summary>A vetter weighs; what he makes of it stays in the vetting (handbook 4f).</summary>
[Route("vetters/cases/{reference}/mismatches")]
public sealed class MismatchesController(CaseDoor door) : MismatchController(door)
{
    protected override bool MayAsk => false;

    protected override ImmutableArray<Role> ActingRoles => [Role.Vetter];

    protected override Act? ActOf(MismatchForm form, string? go) => go switch
    {
        MismatchForm.Explain => Weigh(form, MismatchStepKind.Explained),
        MismatchForm.KeepOpen => Weigh(form, MismatchStepKind.KeptOpen),
        MismatchForm.Agree => Weigh(form, MismatchStepKind.Confirmed),
        MismatchForm.Disagree => Weigh(form, MismatchStepKind.NotAgreed),
        _ => null,
    };

    private static WeighMismatch Weigh(MismatchForm form, MismatchStepKind kind) => new(form.Pair ?? string.Empty, form.Seen ?? string.Empty, kind, [.. form.Reasons]) { Words = form.Words.Clean() };
}
