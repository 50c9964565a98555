using HumanitarianEntry.Casework.DossierMaking;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Liaisons.Comparing;

/// <param name="Result">Null before a file was sent.</param>
public sealed record ComparingPage(ComparedFile? Result);

/// <summary>A post sends a file and reads whether it is one that was handed to it. The file is read in memory and kept nowhere.</summary>
[Route("liaisons/compare")]
public sealed class ComparingController(FileComparison comparison) : Controller
{
    /// <summary>Larger files are checked without us: verify-dossier has no limit.</summary>
    public const int MostBytes = 100 * 1024 * 1024;

    private const int FormBytes = 5 * 1024 * 1024;

    [HttpGet("")]
    public IActionResult Show() => View("Show", new ComparingPage(null));

    [HttpPost(""), NeverKept, StreamedUpload, RequestSizeLimit(MostBytes + FormBytes)]
    public async Task<IActionResult> Compare()
    {
        if (UploadedFile.Of(HttpContext) is not { } sent)
        {
            return Refuse(S("Choose the file."));
        }

        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await sent.Content.ReadAsync(buffer, HttpContext.RequestAborted)) > 0)
        {
            if (kept.Length + read > MostBytes)
            {
                return Refuse(S($"The file is larger than {MostBytes / (1024 * 1024)} MB. Check it with the printed page instead; nothing of it was kept."));
            }

            await kept.WriteAsync(buffer.AsMemory(0, read), HttpContext.RequestAborted);
        }

        return kept.Length == 0
            ? Refuse(S("The file is empty."))
            : View("Show", new ComparingPage(await comparison.CompareAsync(Person.Of(User).As(Role.EmbassyLiaison), kept.GetBuffer().AsMemory(0, (int)kept.Length), HttpContext.RequestAborted)));
    }

    private ViewResult Refuse(string why)
    {
        ModelState.AddModelError("File", why);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Show", new ComparingPage(null));
    }
}
