using HumanitarianEntry.Casework.FormDrafts;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Screeners.Interviews;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.InterviewPacks;

/// <summary>Hands out the page for an interview without network, and reads in what was written there: as something typed and not stored yet, so that a person looks at every section.</summary>
[Route("screeners/cases/{reference}/interview/pack")]
public sealed class PacksController(CaseDoor door, CaseDrafts keys, InterviewDrafts drafts) : InterviewController(door)
{
    private const string Keys = "pack/";
    private const string Template = "HumanitarianEntry.Web.Screeners.InterviewPacks.pack.html";
    private const int LargestFile = 8 * 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> New(string reference) => await OpenInterviewAsync(reference) is { } view ? View("New", new PackPage(view, UrlOf(view), SealedPack.NewWords(), Complaint: null)) : NotFound();

    [HttpPost(""), NeverKept]
    public async Task<IActionResult> Create(string reference, string? words, string? language)
    {
        if (await OpenInterviewAsync(reference) is not { } view)
        {
            return NotFound();
        }

        if (words is not { Length: >= 20 and <= 200 })
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("New", new PackPage(view, UrlOf(view), SealedPack.NewWords(), S("The words that lock the pack have at least 20 signs. Here are new ones.")));
        }

        var (id, key) = (Request.ActKeyOf(), SealedPack.NewKey());
        await keys.KeepAsync(view.File.Id, Person.Id, new Dictionary<string, byte[]>(StringComparer.Ordinal) { [Keys + id] = key }, HttpContext.RequestAborted);
        var page = SealedPack.Make(await TemplateAsync(), id, key, words.Trim(), view.File.Interview.Questions, Questionnaire.Languages.Contains(language ?? string.Empty) ? language! : "ru");
        return File(System.Text.Encoding.UTF8.GetBytes(page), "application/octet-stream", $"form-{id[..6]}.html");
    }

    [HttpGet("import")]
    public async Task<IActionResult> Import(string reference) => await OpenInterviewAsync(reference) is { } view ? View("Import", new PackPage(view, UrlOf(view), string.Empty, Complaint: null)) : NotFound();

    [HttpPost("import"), RequestSizeLimit(LargestFile + 65_536)]
    public async Task<IActionResult> Import(string reference, IFormFile? file)
    {
        if (await OpenInterviewAsync(reference) is not { } view)
        {
            return NotFound();
        }

        try
        {
            var read = await ReadAsync(file);
            var id = SealedPack.IdOf(read);
            var key = (await keys.OfAsync(view.File.Id, Keys + id, HttpContext.RequestAborted)).FirstOrDefault(k => k.Form == Keys + id)
                ?? throw new PackRefusedException(S("This file was written in a pack of another case, or of another installation. Nothing was read in."));
            var content = SealedPack.Open(read, key.Plain);
            await TakeAsync(view, id, content);
            TempData[DoneMessage] = string.IsNullOrWhiteSpace(content.Narrative)
                ? Counted(content.Answers.Count, "{n} answer read in. They are not in the record yet: look at each section and save it.", "{n} answers read in. They are not in the record yet: look at each section and save it.")
                : Counted(content.Answers.Count, "{n} answer read in, and the narrative. They are not in the record yet: look at each section and save it.", "{n} answers read in, and the narrative. They are not in the record yet: look at each section and save it.");
            return LocalRedirect(UrlOf(view));
        }
        catch (PackRefusedException refused)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Import", new PackPage(view, UrlOf(view), string.Empty, refused.Message));
        }
    }

    private async Task TakeAsync(Casework.Queries.CaseView view, string id, PackContent content)
    {
        var facts = view.File.Interview;
        var typed = content.Answers.Select(a => new AnswerForm(a.Code, AnswerForm.Of(a.Code, facts).Seen) { Value = a.Value, Verbatim = a.Verbatim, Trigger = a.Trigger });
        await drafts.KeepAsync(view.File.Id, Person.Id, id, typed, HttpContext.RequestAborted);
        if (!string.IsNullOrWhiteSpace(content.Narrative))
        {
            await drafts.KeepAsync(view.File.Id, Person.Id, id, new StatementForm { Text = content.Narrative }, HttpContext.RequestAborted);
        }
    }

    private static async Task<byte[]> ReadAsync(IFormFile? file)
    {
        if (file is null || file.Length == 0)
        {
            throw new PackRefusedException(S("Choose the file that the pack has saved."));
        }

        if (file.Length > LargestFile)
        {
            throw new PackRefusedException(S("This file is larger than 8 MB, so it is not from a pack."));
        }

        return await file.BytesAsync(CancellationToken.None);
    }

    private static async Task<string> TemplateAsync()
    {
        await using var stream = typeof(PacksController).Assembly.GetManifestResourceStream(Template) ?? throw new InvalidOperationException($"{Template} is not embedded.");
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}

/// <param name="Words">Proposed words that lock the pack.</param>
public sealed record PackPage(Casework.Queries.CaseView Case, string Url, string Words, string? Complaint);
