using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HumanitarianEntry.Web.Applicants.Permissions;

/// <summary>One thing we ask to be allowed, and the answer that counts now.</summary>
/// <param name="State">Who would receive something (ISO 3166-1); null where nobody would.</param>
/// <param name="IsNeeded">Without it the work cannot go on.</param>
public sealed record Permission(ConsentPurpose Purpose, string? State, bool IsNeeded, RecordedConsent? Answer)
{
    /// <summary>A yes whose last day is over: it is asked anew.</summary>
    public bool IsOver { get; init; }

    /// <summary>Version of the words under which a yes was given. Moves whenever a "permission." text changes its meaning.</summary>
    public const string TextVersion = "space-2026-11";

    public int Number => (int)Purpose + 1;

    /// <summary>Beginning of the text keys about it.</summary>
    public string Key => $"permission.{Keys.Kebab(Purpose.ToString())}";

    public string StatusKey => Answer is null ? "permissions.open" : IsOver ? "permissions.over" : $"permissions.{Keys.Kebab(Answer.Consent.Status.ToString())}";

    public bool IsGiven => Answer is { Consent.Status: ConsentStatus.Given } && !IsOver;

    /// <summary>Where something would leave us a yes holds for half a year and is asked anew.</summary>
    public bool Ends => Purpose is ConsentPurpose.Submit or ConsentPurpose.Reception or ConsentPurpose.Media or ConsentPurpose.Research;

    /// <summary>What is asked now: nothing before we have read his first message (papers and yeses given in panic help nobody), the needed things first afterwards.</summary>
    public static IReadOnlyList<Permission> AllOf(OwnCase own, DateOnly today) => own is { Status.Coarse: not CoarseStatus.Received, Programme: { } programme }
        ? [.. Enum.GetValues<ConsentPurpose>().Select(purpose => Of(own.File, programme.Rules, purpose, today)).OrderByDescending(p => p.IsNeeded)]
        : [];

    public static Permission? Find(OwnCase own, int number, DateOnly today) => AllOf(own, today).FirstOrDefault(p => p.Number == number);

    public RecordConsent Act(bool yes, string language, DateOnly today)
    {
        var status = yes ? ConsentStatus.Given : IsGiven ? ConsentStatus.Withdrawn : ConsentStatus.Refused;
        return new RecordConsent(Purpose, status, TextVersion, language, ConsentMethod.InSecureSpace) { Recipient = State, ExpiresOn = yes && Ends ? today.AddMonths(ConsentReminders.MonthsInSpace) : null };
    }

    private static Permission Of(CaseFile file, ProgrammeRules rules, ConsentPurpose purpose, DateOnly today)
    {
        string? state = purpose == ConsentPurpose.Submit ? rules.DestinationState : null;
        var answer = file.ConsentFor(purpose, state);
        return new(purpose, state, rules.RequiredConsents.Contains(purpose), answer) { IsOver = answer is { Consent: { Status: ConsentStatus.Given, ExpiresOn: { } end } } && end < today };
    }
}

public sealed record PermissionForm
{
    public const string Yes = "yes";

    [Required, AllowedValues(Yes, "no", ErrorMessage = "error.form")]
    public string? Answer { get; init; }

    /// <summary>What the page is about; never read from the request.</summary>
    [BindNever]
    public Permission? Permission { get; init; }
}
