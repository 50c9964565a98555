using System.Collections;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>
/// Every setting of this program. One that is spelt wrong would otherwise be passed over in silence, and with it perhaps the encryption of mail or the place of the key.
/// </summary>
public static class KnownSettings
{
    public const string Prefix = "HE_";

    public static readonly IReadOnlySet<string> Names = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "Demo", "Surfaces", "SignInsPerMinute", "KnownProxies", "Urls",
        "Data:Folder", "Data:Provider", "Data:ConnectionString", "Data:KeyStoreConnectionString", "Data:Files", "Data:Workflows", "Data:Templates",
        "MasterKey:Variable", "MasterKey:Command", "MasterKey:File",
        "Mail:Mode", "Mail:Sender", "Mail:NeutralDomain", "Mail:Folder", "Mail:Host", "Mail:Port", "Mail:Encryption", "Mail:User", "Mail:Password", "Mail:TrustedRootFile", "Mail:ApplicantJitter", "Mail:StaffPause",
        "Custody:Folder", "Custody:StampService", "Custody:StampRoots",
        "Designer", "Designer:Folder", "Clamd", "Clamd:MaxBytes",
        "Dossiers:Organisation", "Casework:OwningOrg", "Casework:SelfReferralProgramme",
    };

    /// <summary>Parts of the framework that have settings of their own.</summary>
    private static readonly string[] OfTheFramework = ["Logging", "Kestrel", "AllowedHosts", "ConnectionStrings", "Environment"];

    /// <summary>Whether the variable is a setting of this program or of the framework. Variables in capitals, such as HE_MASTER_KEY, are the operator's own.</summary>
    public static bool Knows(string variable)
    {
        string name = variable[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal);
        string root = name.Split(':')[0];
        bool isItemOfList = int.TryParse(name.Split(':')[^1], out _) && name.Contains(':', StringComparison.Ordinal);
        return Names.Contains(isItemOfList ? name[..name.LastIndexOf(':')] : name) || OfTheFramework.Contains(root, StringComparer.OrdinalIgnoreCase) || IsOwnOfTheOperator(variable);
    }

    /// <exception cref="InvalidOperationException">The environment holds HE_ variables that no setting reads.</exception>
    public static void RefuseUnknown(IDictionary environment)
    {
        var unknown = environment.Keys.Cast<string>().Where(v => v.StartsWith(Prefix, StringComparison.Ordinal) && !Knows(v)).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new InvalidOperationException($"Nobody knows the setting {string.Join(", ", unknown)}. Known are: {string.Join(", ", Names.Order(StringComparer.Ordinal).Select(n => Prefix + n.Replace(":", "__", StringComparison.Ordinal)))}.");
        }
    }

    private static bool IsOwnOfTheOperator(string variable) => !variable.Contains("__", StringComparison.Ordinal) && variable.All(sign => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign) || sign == '_');
}
