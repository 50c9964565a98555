using System.Text;
using HumanitarianEntry.Casework.Sealing;

namespace HumanitarianEntry.Casework.Accounts;

/// <summary>Writes and reads the sealed name and mail address of a staff account.</summary>
public sealed class StaffNames(InstallationSealer sealer)
{
    /// <summary>Sets the name colleagues see.</summary>
    public void SetDisplayName(StaffAccount account, string name) => account.SealedDisplayName = Seal(account, "display-name", name);

    /// <summary>The name colleagues see; the neutral login where none was set.</summary>
    public string DisplayName(StaffAccount account) => Open(account, "display-name", account.SealedDisplayName) ?? account.UserName ?? account.Id.ToString("N");

    /// <summary>Sets the address notices go to; null takes it away.</summary>
    public void SetMail(StaffAccount account, string? mail) => account.SealedMail = mail is null ? null : Seal(account, "mail", mail);

    /// <summary>The address notices go to, or null.</summary>
    public string? Mail(StaffAccount account) => Open(account, "mail", account.SealedMail);

    /// <summary>Seals another secret of the account (the authenticator key, say).</summary>
    public byte[] Seal(StaffAccount account, string kind, string value) => sealer.Seal(Context(account, kind), Encoding.UTF8.GetBytes(value));

    /// <summary>The reverse of <see cref="Seal"/>.</summary>
    public string? Open(StaffAccount account, string kind, byte[]? value) => value is null ? null : Encoding.UTF8.GetString(sealer.Open(Context(account, kind), value));

    private static string Context(StaffAccount account, string kind) => $"staff {account.Id:N} {kind}";
}
