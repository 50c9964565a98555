using System.Globalization;
using System.Text.RegularExpressions;

namespace HumanitarianEntry.Notices.Mail;

/// <summary>The addresses this system writes to: one plain mailbox, no display name (it could name a person), no comment, no quoting.</summary>
public static partial class MailAddressRule
{
    private const int LongestAddress = 254;

    /// <summary>Brings an address into the form that goes over the wire: trimmed, its domain in lower-case ASCII (punycode).</summary>
    /// <returns>False when it is no plain mailbox; then <paramref name="normalised"/> is empty.</returns>
    public static bool TryNormalise(string? address, out string normalised)
    {
        normalised = string.Empty;
        if (string.IsNullOrWhiteSpace(address) || address.Any(char.IsControl))
        {
            return false;
        }

        string trimmed = address.Trim();
        int at = trimmed.LastIndexOf('@');
        if (at < 1 || !LocalPart().IsMatch(trimmed[..at]) || !TryNormaliseDomain(trimmed[(at + 1)..], out string domain))
        {
            return false;
        }

        string whole = $"{trimmed[..at]}@{domain}";
        if (whole.Length > LongestAddress)
        {
            return false;
        }

        normalised = whole;
        return true;
    }

    /// <summary>Brings a domain name into lower-case ASCII. False when it is none.</summary>
    public static bool TryNormaliseDomain(string? domain, out string normalised)
    {
        normalised = string.Empty;
        if (string.IsNullOrEmpty(domain))
        {
            return false;
        }

        try
        {
            string ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain).ToLowerInvariant();
            if (!Domain().IsMatch(ascii))
            {
                return false;
            }

            normalised = ascii;
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex LocalPart();

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Domain();
}
