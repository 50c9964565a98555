using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace HumanitarianEntry.Web.Shared.Acting;

/// <summary>
/// Reads the fields that stand before the file of a multipart form and leaves the file itself unread, so that it is never spooled unsealed to a temporary folder.
/// It runs before the antiforgery check, which then finds its token among the fields; the file must be the last field of the form.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StreamedUploadAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const int MostFields = 64;
    private const int LongestField = 100_000;

    // After the request size limit (900), before the antiforgery check (1000).
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value ?? string.Empty;
        if (boundary.Length is 0 or > 100)
        {
            context.Result = new BadRequestResult();
            return;
        }

        var reader = new MultipartReader(boundary, request.Body);
        var fields = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadNextSectionAsync(context.HttpContext.RequestAborted) is { } section)
        {
            if (section.AsFileSection() is { } file)
            {
                context.HttpContext.Items[typeof(UploadedFile)] = file.FileName.Length == 0 ? null : new UploadedFile(Path.GetFileName(file.FileName), section.Body);
                break;
            }

            if (section.AsFormDataSection() is not { } field || fields.Count >= MostFields)
            {
                context.Result = new BadRequestResult();
                return;
            }

            fields[field.Name] = StringValues.Concat(fields.GetValueOrDefault(field.Name), await ReadAsync(section.Body, context.HttpContext.RequestAborted));
        }

        request.Form = new FormCollection(fields);
    }

    private static async Task<string> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length + read > LongestField)
            {
                throw new BadHttpRequestException("A field of the form is too long.", StatusCodes.Status413PayloadTooLarge);
            }

            await kept.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }
}

/// <summary>The file of the form, still unread.</summary>
public sealed record UploadedFile(string Name, Stream Content)
{
    /// <summary>Null when none was chosen.</summary>
    public static UploadedFile? Of(HttpContext context) => context.Items[typeof(UploadedFile)] as UploadedFile;
}
