namespace HumanitarianEntry.Web.Shared.Acting;

public static class FormFiles
{
    /// <summary>The whole file in memory; for files whose size was limited before.</summary>
    public static async Task<byte[]> BytesAsync(this IFormFile file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }
}
