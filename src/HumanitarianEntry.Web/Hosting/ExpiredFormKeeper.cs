using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace HumanitarianEntry.Web.Hosting;

public sealed class ExpiredFormKeeper(IDataProtectionProvider protection, BrowserMark marks, IOptions<AntiforgeryOptions> antiforgery) : IFormKeeper
{
    private const long LargestBody = 8 * 1024 * 1024;
    private const int LargestText = 512 * 1024;

    /// <summary>What the framework takes as one answer.</summary>
    private const int LongestValue = 4 * 1024 * 1024;

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("HumanitarianEntry.ExpiredForm.v1").ToTimeLimitedDataProtector();

    private sealed record Envelope(string Browser, string Subject, KeptForm Form);

    public async Task<KeptForm?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var metadata = context.GetEndpoint()?.Metadata;
        bool keepable = request.HasFormContentType
            && request.ContentLength is <= LargestBody
            && metadata?.GetMetadata<NeverKeptAttribute>() is null
            && FromOurOwnPage(request)
            && marks.Read(request) is not null;
        if (!keepable)
            return null;

        var form = await ReadFormAsync(request, context.RequestAborted);
        string[] ours = [antiforgery.Value.FormFieldName, ExpiredForm.KeptFieldName, ExpiredForm.LookField];
        var fields = form.Where(field => !ours.Contains(field.Key)).SelectMany(field => field.Value.Select(value => new KeptField(field.Key, value ?? ""))).ToList();
        if (fields.Sum(field => field.Name.Length + field.Value.Length) > LargestText)
            return null;

        return new(request.PathBase + request.Path + request.QueryString, fields, form.Files.Count(file => file.Length > 0), metadata?.GetMetadata<ShowsFormAgainAttribute>() is not null);
    }

    public string Seal(HttpContext context, KeptForm form)
    {
        var mark = marks.Read(context.Request) ?? throw new InvalidOperationException("Only a form of a marked browser is sealed.");
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(brotli, new Envelope(mark.Browser, mark.Subject, form));

        return WebEncoders.Base64UrlEncode(protector.Protect(packed.ToArray(), ExpiredForm.Life));
    }

    public KeptForm? Open(HttpContext context, string sealedForm, string subject)
    {
        Envelope? envelope;
        try
        {
            using var packed = new MemoryStream(protector.Unprotect(WebEncoders.Base64UrlDecode(sealedForm)));
            using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
            envelope = JsonSerializer.Deserialize<Envelope>(brotli);
        }
        catch (Exception damaged) when (damaged is CryptographicException or FormatException)
        {
            // Too old, from another server's key, or altered: there is nothing to give back, and the page says so.
            return null;
        }

        bool theirs = envelope is not null
            && envelope.Browser == marks.Read(context.Request)?.Browser
            && (envelope.Subject.Length == 0 || envelope.Subject == subject);
        return theirs ? envelope!.Form : null;
    }

    // The token check swallows what the framework cannot read and would call such a form out of date.
    private static async Task<IFormCollection> ReadFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (InvalidDataException unreadable)
        {
            bool isLong = request.ContentLength > LongestValue;
            throw new BadHttpRequestException(isLong ? "An answer of the form is too long." : "The form cannot be read.", isLong ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest, unreadable);
        }
    }

    // Another site could post words into our page and have them shown as if the person had typed them.
    private static bool FromOurOwnPage(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        string origin = request.Headers.Origin.ToString();
        return site is "" or "same-origin" && (origin is "" or "null" || origin == $"{request.Scheme}://{request.Host}");
    }
}
