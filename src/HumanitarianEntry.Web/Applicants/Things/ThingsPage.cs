using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;

namespace HumanitarianEntry.Web.Applicants.Things;

/// <param name="MayHandIn">He allowed us to keep what he sends.</param>
/// <param name="IsAsked">We have come to the point where we ask for that permission.</param>
public sealed record ThingsPage(IReadOnlyList<Recorded<EvidenceItem>> Items, TimeZoneInfo Zone, bool MayHandIn, bool IsAsked)
{
    public static ThingsPage Of(OwnCase own, DateTimeOffset now) => new(
        [.. own.File.Evidence.Items.Reverse()], own.Zone, own.File.IsAllowed(ConsentPurpose.Store, now), own.Status.Coarse != CoarseStatus.Received);
}
