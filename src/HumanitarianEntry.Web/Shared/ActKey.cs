using System.Security.Cryptography;

namespace HumanitarianEntry.Web.Shared;

/// <summary>
/// The idempotency key of an act: made once when a form is rendered, posted as <c>__act</c>. A double click or a repeated request carries the same key
/// and gets the first result again.
/// </summary>
public static class ActKey
{
    public const string FieldName = "__act";

    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The key of this POST. A request without a well-formed one is refused (400), and so is a form that is only shown again.</summary>
    public static string ActKeyOf(this HttpRequest request)
    {
        if (request.HasFormContentType && request.Form.ContainsKey(Hosting.ExpiredForm.LookField))
            throw new BadHttpRequestException("A form that is only shown again carries out nothing.");

        string? key = request.HasFormContentType ? request.Form[FieldName].ToString() : null;
        return key is { Length: 32 } && key.All(char.IsAsciiHexDigitLower) ? key : throw new BadHttpRequestException("The form carries no act key.");
    }
}
