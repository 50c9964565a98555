using System.Security.Cryptography;
using HumanitarianEntry.Casework.Files;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Acting;

/// <summary>
/// Hands out a dossier version that the person's own view of the case holds. Opening the view writes the read log first; only then is the file opened.
/// The file name is random: a list of downloads on a lost computer tells nothing.
/// </summary>
public abstract class DossierDownloads(CaseDoor door, CaseFiles files) : CaseController(door)
{
    public const string Purpose = "dossier-download";

    protected async Task<IActionResult> DownloadAsync(string reference, int version, Func<Casework.Queries.CaseView, bool>? mayRead = null)
    {
        if (await OpenAsync(reference, Purpose) is not { } view || mayRead?.Invoke(view) == false
            || view.File.Dossier.Versions.Find(v => v.Version == version) is not { } found)
        {
            return NotFound();
        }

        return await files.OpenAsync(view.File.Id, found.FileId, HttpContext.RequestAborted) is { } file
            ? File(file.Content, "application/pdf", NeutralName())
            : throw new InvalidOperationException($"The file of dossier version {found.Version} is not in the store.");
    }

    private static string NeutralName() => $"document-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}.pdf";
}
