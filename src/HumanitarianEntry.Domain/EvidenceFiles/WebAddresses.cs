using System.Text.RegularExpressions;

namespace HumanitarianEntry.Domain.EvidenceFiles;

/// <summary>Web addresses as texts: nothing here, and nobody who calls it, ever opens one.</summary>
public static partial class WebAddresses
{
    /// <summary>Longer values of a parameter may hold anything.</summary>
    private const int LongestValue = 40;

    /// <summary>Behind these stands a code that opens a closed group.</summary>
    private static readonly HashSet<string> Invitations = new(StringComparer.OrdinalIgnoreCase) { "joinchat", "invite", "join" };

    /// <summary>
    /// The address without what may identify who looked at the page or let others in: user, fragment, tracking and secret parameters, codes of invitations. What is no address of the web comes back as it is.
    /// </summary>
    /// <returns>The address, and how many parts were left out.</returns>
    public static (string Address, int LeftOut) Plain(string address)
    {
        if (Read(address) is not { } uri)
        {
            return (address, 0);
        }

        var parameters = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        var kept = parameters.Where(IsHarmless).ToList();
        var path = uri.AbsolutePath.Split('/');
        var leftOut = parameters.Length - kept.Count + (uri.UserInfo.Length > 0 ? 1 : 0) + (uri.Fragment.Length > 1 ? 1 : 0);
        for (var i = 1; i < path.Length; i++)
        {
            if (path[i].Length > 1 && (path[i][0] == '+' || path[i].StartsWith("%2B", StringComparison.OrdinalIgnoreCase) || Invitations.Contains(path[i - 1])))
            {
                path[i] = "...";
                leftOut++;
            }
        }

        return (uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) + string.Join('/', path) + (kept.Count > 0 ? "?" + string.Join('&', kept) : string.Empty), leftOut);
    }

    /// <summary>Whether both lead to one page: scheme, "www.", a mobile host, trailing stroke, fragment and tracking do not count; a copy in a web archive counts as the page.</summary>
    public static bool AreSame(string one, string other)
    {
        var (a, b) = (Compared(one), Compared(other));
        return a == b || (Archived(a) is { } inner && Compared(inner) == b) || (Archived(b) is { } within && Compared(within) == a);
    }

    public static bool IsOfWeb(string address) => Read(address) is not null;

    private static Uri? Read(string address) => Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    private static string Compared(string address)
    {
        if (Read(address) is not { } uri)
        {
            return address.Trim();
        }

        var host = uri.IdnHost.ToLowerInvariant();
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host.StartsWith("m.", StringComparison.Ordinal) ? host[2..] : host;
        var query = string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(IsHarmless).Order(StringComparer.Ordinal));
        return $"{host}{(uri.IsDefaultPort ? string.Empty : $":{uri.Port}")}{Uri.UnescapeDataString(uri.AbsolutePath).TrimEnd('/')}{(query.Length > 0 ? "?" + query : string.Empty)}";
    }

    /// <summary>The page that an archive's address holds within itself; null for every other address.</summary>
    private static string? Archived(string compared) => InArchive().Match(compared) is { Success: true } match ? match.Groups["page"].Value : null;

    private static bool IsHarmless(string parameter)
    {
        var parts = parameter.Split('=', 2);
        return !Telling().IsMatch(parts[0]) && (parts.Length == 1 || parts[1].Length <= LongestValue);
    }

    [GeneratedRegex("^(utm_|mc_|pk_|ga_|fb_|_ga|_gl|_openstat|yclid|ysclid|gclid|dclid|gbraid|wbraid|fbclid|twclid|msclkid|igsh|si$|ref|from|share|feature$|spm$|cid$|uid$|user|login|account|e?mail|phone|tel$|code$|state$|otp|nonce|invite)|token|auth|sess|^sid$|key$|secret|sig$|signature|passw?|pwd|hash|jwt|ticket", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Telling();

    [GeneratedRegex(@"^web\.archive\.org/web/[0-9a-z_*]+/(?<page>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex InArchive();
}
