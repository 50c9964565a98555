using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace HumanitarianEntry.Web.Account.Passkeys;

public sealed record PasskeyForm
{
    [Required(ErrorMessage = "Give it a name."), StringLength(60, ErrorMessage = "The name is longer than 60 signs.")]
    public string? Name { get; init; }

    [Required(ErrorMessage = "Write the password you have now."), StringLength(1024)]
    public string? Current { get; init; }

    /// <summary>The authenticator's answer as JSON; empty while it is only asked.</summary>
    [StringLength(20_000)]
    public string? Credential { get; init; }
}

/// <summary>A passkey's identifier as it stands in addresses of forms.</summary>
public static class PasskeyId
{
    public static string Of(UserPasskeyInfo passkey) => WebEncoders.Base64UrlEncode(passkey.CredentialId);
}
