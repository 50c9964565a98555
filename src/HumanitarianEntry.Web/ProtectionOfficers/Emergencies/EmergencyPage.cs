using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.ProtectionOfficers.Emergencies;

public sealed record CloseEmergencyForm
{
    public static IReadOnlyList<Choice> Outcomes =>
    [
        new("released", S("Released")),
        new("found-safe", S("Found safe")),
        new("detained-case-open", S("Detained; the case goes on with counsel")),
        new("removed", S("Removed from the country"), S("The coordinator then closes the case with this reason. It can be opened again.")),
        new("death-confirmed", S("Death is confirmed"), S("Ask what the family wishes. The evidence is kept.")),
    ];

    [Required(ErrorMessage = "Choose how it ended."), AllowedValues("released", "found-safe", "detained-case-open", "removed", "death-confirmed", ErrorMessage = "Choose one of the answers.")]
    public string? Outcome { get; init; }

    [Required(ErrorMessage = "Write what is known now and from whom."), StringLength(10_000)]
    public string? Reason { get; init; }

    /// <summary>Only for a valid form.</summary>
    public CloseEmergency ToAct() => new(Outcome!, Reason!.Trim());
}

/// <param name="Names">Of the people who acted since it began.</param>
public sealed record EmergencyPage(CaseView Case, ProtectionBrief Brief, IReadOnlyDictionary<Guid, string> Names, OpenEmergencyForm Open, CloseEmergencyForm Close, string Url);

/// <summary>One step of handbook P1, in English: <c>S</c> shows it.</summary>
/// <param name="Within">Its clock from the start of the incident; null where the handbook sets none: as soon as the step before allows.</param>
public sealed record EmergencyStep(string Title, string How, TimeSpan? Within)
{
    public static readonly IReadOnlyList<EmergencyStep> All =
    [
        new(N("Tell the coordinator of the case"), N("By telephone. Do not write what happened into a mail or a message."), TimeSpan.FromMinutes(15)),
        new(N("Call counsel"), N("Telephone, then the second number. Counsel decides about steps in court."), TimeSpan.FromMinutes(30)),
        new(N("Find out where he is"), N("Police, migration service, military base: counsel or a local partner asks, never with more than the name that they already know."), null),
        new(N("Power of attorney"), N("Use the one on file, or have it signed through counsel. Relatives may sign where the law allows it."), null),
        new(N("Written notice"), N("Counsel files the asylum claim or the notice that he must not be returned, with the hour of receipt."), null),
        new(N("UNHCR"), N("Call the duty telephone of the office in the country of stay."), null),
        new(N("Embassy of the destination"), N("The submission officer calls the post."), null),
        new(N("Interim measures"), N("Counsel asks the UN Human Rights Committee or the Committee against Torture. Some states have ignored such requests: go on with the other steps."), null),
        new(N("Stop what leaves the house"), N("Nothing is sent out on this case. His device may be in other hands: end his sessions, give linked people a new contact plan."), null),
        new(N("Tell only named people"), N("No publicity unless he gave that instruction before."), null),
    ];
}
