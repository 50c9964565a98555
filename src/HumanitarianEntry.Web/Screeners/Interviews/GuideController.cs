using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>The whole guide to be read or printed: questions and room to write, nothing that is known of the person.</summary>
[Route("screeners/cases/{reference}/interview/guide")]
public sealed class GuideController(CaseDoor door) : InterviewController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference) => await OpenInterviewAsync(reference) is { } view ? View("Guide", new GuidePage(view, UrlOf(view))) : NotFound();
}

public sealed record GuidePage(Casework.Queries.CaseView Case, string Url)
{
    /// <summary>How many lines to write on a question of this type gets on paper.</summary>
    public static int LinesFor(Question question) => question.Type switch
    {
        "narrative" => 9,
        "text" or "list" => 5,
        _ => 3,
    };
}
