using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.ProtectionOfficers.Emergencies;

public sealed record CloseEmergencyForm
{
    public static readonly IReadOnlyList<Choice> Outcomes =
    [
        new("released", "Released"),
        new("found-safe", "Found safe"),
        new("detained-case-open", "Detained; the case goes on with counsel"),
        new("removed", "Removed from the country", "The coordinator then closes the case with this reason. It can be opened again."),
        new("death-confirmed", "Death is confirmed", "Ask what the family wishes. The evidence is kept."),
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

/// <summary>One step of handbook P1.</summary>
/// <param name="Within">Its clock from the start of the incident; null where the handbook sets none: as soon as the step before allows.</param>
public sealed record EmergencyStep(string Title, string How, TimeSpan? Within)
{
    public static readonly IReadOnlyList<EmergencyStep> All =
    [
        new("Tell the coordinator of the case", "By telephone. Do not write what happened into a mail or a message.", TimeSpan.FromMinutes(15)),
        new("Call counsel", "Telephone, then the second number. Counsel decides about steps in court.", TimeSpan.FromMinutes(30)),
        new("Find out where he is", "Police, migration service, military base: counsel or a local partner asks, never with more than the name that they already know.", null),
        new("Power of attorney", "Use the one on file, or have it signed through counsel. Relatives may sign where the law allows it.", null),
        new("Written notice", "Counsel files the asylum claim or the notice that he must not be returned, with the hour of receipt.", null),
        new("UNHCR", "Call the duty telephone of the office in the country of stay.", null),
        new("Embassy of the destination", "The submission officer calls the post.", null),
        new("Interim measures", "Counsel asks the UN Human Rights Committee or the Committee against Torture. Some states have ignored such requests: go on with the other steps.", null),
        new("Stop what leaves the house", "Nothing is sent out on this case. His device may be in other hands: end his sessions, give linked people a new contact plan.", null),
        new("Tell only named people", "No publicity unless he gave that instruction before.", null),
    ];
}
