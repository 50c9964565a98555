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
    /// <summary>Version of the words under which a yes was given. Moves whenever a "permission." text changes its meaning.</summary>
    public const string TextVersion = "space-2026-11";

    public int Number => (int)Purpose + 1;

    /// <summary>Beginning of the text keys about it.</summary>
    public string Key => $"permission.{Keys.Kebab(Purpose.ToString())}";

    public string StatusKey => Answer is null ? "permissions.open" : $"permissions.{Keys.Kebab(Answer.Consent.Status.ToString())}";

    public bool IsGiven => Answer is { Consent.Status: ConsentStatus.Given };

    /// <summary>What is asked now: nothing before we have read his first message (papers and yeses given in panic help nobody), the needed things first afterwards.</summary>
    public static IReadOnlyList<Permission> AllOf(OwnCase own) => own is { Status.Coarse: not CoarseStatus.Received, Programme: { } programme }
        ? [.. Enum.GetValues<ConsentPurpose>().Select(purpose => Of(own.File, programme.Rules, purpose)).OrderByDescending(p => p.IsNeeded)]
        : [];

    public static Permission? Find(OwnCase own, int number) => AllOf(own).FirstOrDefault(p => p.Number == number);

    public RecordConsent Act(bool yes, string language)
    {
        var status = yes ? ConsentStatus.Given : IsGiven ? ConsentStatus.Withdrawn : ConsentStatus.Refused;
        return new RecordConsent(Purpose, status, TextVersion, language, ConsentMethod.InSecureSpace) { Recipient = State };
    }

    private static Permission Of(CaseFile file, ProgrammeRules rules, ConsentPurpose purpose)
    {
        string? state = purpose == ConsentPurpose.Submit ? rules.DestinationState : null;
        return new(purpose, state, rules.RequiredConsents.Contains(purpose), file.ConsentFor(purpose, state));
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
