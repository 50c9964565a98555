using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Administrators.Accounts;

public sealed record AccountForm : IValidatableObject
{
    [Required(ErrorMessage = "Write a user name."), RegularExpression("[a-z0-9][a-z0-9.-]{2,39}", ErrorMessage = "Use 3 to 40 small letters, digits, dots and hyphens. Take a name that says nothing about the person.")]
    public string? UserName { get; init; }

    [Required(ErrorMessage = "Write the name that colleagues see."), StringLength(100)]
    public string? DisplayName { get; init; }

    [EmailAddress(ErrorMessage = "This is no mail address."), StringLength(200)]
    public string? Mail { get; init; }

    [Required(ErrorMessage = "Write the organisation."), RegularExpression("[a-z0-9][a-z0-9-]{0,63}", ErrorMessage = "Use small letters, digits and hyphens.")]
    public string? Organisation { get; init; }

    [RegularExpression("[A-Za-z0-9][A-Za-z0-9-]{0,63}", ErrorMessage = "Use letters, digits and hyphens.")]
    public string? Team { get; init; }

    public List<string> Roles { get; init; } = [];

    /// <summary>Only for a valid form.</summary>
    public NewStaffAccount ToAccount() => new(UserName!, DisplayName!.Trim(), string.IsNullOrWhiteSpace(Mail) ? null : Mail.Trim(), Organisation!, string.IsNullOrWhiteSpace(Team) ? null : Team, Roles);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => RolesForm.FaultsOf(Roles);
}

/// <summary>The roles of an account that exists.</summary>
public sealed record RolesForm : IValidatableObject
{
    /// <summary>Roles that stand alone: outside people, and those who may see no case.</summary>
    private static readonly IReadOnlySet<string> Alone = new HashSet<string>(StringComparer.Ordinal)
    {
        Keys.Of(Role.EmbassyLiaison), Keys.Of(Role.ReceptionPartner), Keys.Of(Role.Administrator), Keys.Of(Role.Auditor), Keys.Of(Role.ProgrammeDesigner),
    };

    /// <summary>Shown, not taken from the form.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string? UserName { get; init; }

    public List<string> Roles { get; init; } = [];

    public static IReadOnlyList<Choice> Choices(Words words) =>
        [.. StaffAccounts.Roles.Select(key => new Choice(key, words.Role(Keys.Role(key)), Alone.Contains(key) ? S("Alone: an account of its own.") : null))];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => FaultsOf(Roles);

    internal static IEnumerable<ValidationResult> FaultsOf(List<string> roles)
    {
        if (roles.Count == 0 || roles.Exists(r => !StaffAccounts.Roles.Contains(r)))
        {
            yield return new(S("Choose at least one role."), [nameof(Roles)]);
        }
        else if (roles.Count > 1 && roles.Find(Alone.Contains) is { } alone)
        {
            yield return new(S($"The role {Inside(InWords(alone))} needs an account of its own: outside people and those who run or audit the system hold no other role."), [nameof(Roles)]);
        }
    }
}

/// <summary>Secrets that are shown once and kept nowhere in clear; what is not new is null.</summary>
/// <param name="Heading">Marked with N: the page shows it in the reader's language, the log in English.</param>
public sealed record SecretsPage(string Heading, string UserName, string? Password, string? AuthenticatorKey);
