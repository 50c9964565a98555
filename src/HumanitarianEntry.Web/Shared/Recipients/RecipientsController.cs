using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Recipients;

/// <summary>What one recipient of this case gets and does not get.</summary>
/// <param name="Carried">Items whose files go with a dossier made now.</param>
/// <param name="KeptBack">Items whose files go with dossiers, but not to this recipient.</param>
/// <param name="OnConsent">Medical papers of which this reader cannot see whether the person allowed them.</param>
public sealed record RecipientLine(string Function, DisclosureProfile Profile, IReadOnlyList<EvidenceItem> Carried, IReadOnlyList<EvidenceItem> KeptBack, IReadOnlyList<EvidenceItem> OnConsent)
{
    public IReadOnlyList<DisclosedPart> Gets => [.. Enum.GetValues<DisclosedPart>().Where(Profile.Allows)];

    public IReadOnlyList<DisclosedPart> GetsNot => [.. Enum.GetValues<DisclosedPart>().Where(p => !Profile.Allows(p))];
}

public sealed record RecipientsPage(CaseView Case, string CaseUrl, IReadOnlyList<RecipientLine> Lines);

/// <summary>Each recipient of the programme with the list of what he gets, as it holds for this case now.</summary>
public abstract class RecipientsController(CaseDoor door, TimeProvider time) : CaseController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference)
    {
        if (await OpenAsync(reference, "recipients") is not { } view)
        {
            return NotFound();
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return View("/Shared/Recipients/Show.cshtml", new RecipientsPage(view, $"/{HttpContext.Audience().Path}/cases/{view.File.Reference}", [.. view.Programme.Rules.Recipients.Select(r => LineOf(view, r, today))]));
    }

    private static RecipientLine LineOf(CaseView view, string recipient, DateOnly today)
    {
        var audience = DossierAudience.Of(view.Programme.Rules, recipient);
        var known = view.Shown.Contains(Compartment.Contact);
        var open = known ? [] : view.File.Evidence.Items.Values().Where(i => FileRules.IsCarried(view.File, i) && AnnexRules.IsMedical(i) && audience.Profile.Allows(i.Type)).ToList();
        var files = view.File.Evidence.Items.Values().Except(open).Where(i => FileRules.IsCarried(view.File, i)).ToLookup(i => AnnexRules.IsCarried(view.File, i, audience, today));
        return new RecipientLine(recipient, audience.Profile, [.. files[true]], [.. files[false]], open);
    }
}
