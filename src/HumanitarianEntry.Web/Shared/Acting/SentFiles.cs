using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Domain.AntiWarActivity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HumanitarianEntry.Web.Shared.Acting;

/// <summary>
/// The file of a form of staff: sealed and hashed as it comes, and kept while the rest of the form is put right. What cannot be taken is said beside the field, and nothing of it is left.
/// </summary>
public static class SentFiles
{
    /// <param name="before">The file that came with an earlier try of the form; null for none.</param>
    /// <param name="taken">The only kinds that are taken; null for every kind that is not refused anywhere.</param>
    /// <param name="refusal">What to say of a file of a kind that is not taken.</param>
    /// <returns>Null where no file was sent, or where it could not be taken; why stands in the model state.</returns>
    public static async Task<EvidenceFile?> OfAsync(
        this CaseFiles files, HttpContext request, ModelStateDictionary problems, Guid caseId, Guid? before, IReadOnlySet<FileKind>? taken, Func<FileKindRefusedException, string> refusal)
    {
        if (UploadedFile.Of(request) is { } sent)
        {
            return await ReceiveAsync(files, sent, problems, caseId, taken, refusal, request.RequestAborted);
        }

        if (before is not { } earlier)
        {
            return null;
        }

        if (await files.OpenAsync(caseId, earlier, request.RequestAborted) is not { } known)
        {
            problems.AddModelError("File", S("The file sent before is not there any more. Choose it again."));
            return null;
        }

        await known.Content.DisposeAsync();
        return new EvidenceFile(earlier, known.Meta.Sha256, known.Size, Keys.Kebab(known.Meta.Kind.ToString()));
    }

    private static async Task<EvidenceFile?> ReceiveAsync(
        CaseFiles files, UploadedFile sent, ModelStateDictionary problems, Guid caseId, IReadOnlySet<FileKind>? taken, Func<FileKindRefusedException, string> refusal, CancellationToken cancelled)
    {
        try
        {
            return await files.ReceiveAsync(caseId, sent.Content, sent.Name, taken, cancelled);
        }
        catch (FileTooLargeException large)
        {
            problems.AddModelError("File", S($"The file is larger than {large.Limit / (1024 * 1024)} MB and was not kept. Cut it into parts or make it smaller; the rest of the form is still here."));
        }
        catch (FileKindRefusedException refused)
        {
            problems.AddModelError("File", refusal(refused));
        }
        catch (StorageFullException)
        {
            problems.AddModelError("File", S("There is no room left for files, so it was not kept. Tell the administrator; the rest of the form is still here."));
        }
        catch (StoreBusyException)
        {
            problems.AddModelError("File", S("The file could not be stored at this moment, and was not kept. Send the form again in a minute; the rest of it is still here."));
        }

        return null;
    }
}
