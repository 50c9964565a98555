using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Fields;
using HumanitarianEntry.Web.Shared.Texts;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Applicants.Help;

/// <summary>"I need help now": opens an emergency. Nothing has to be filled in.</summary>
[Route("applicants/help")]
public sealed class HelpController(OwnDoor door) : OwnController(door)
{
    [HttpGet]
    public Task<IActionResult> New() => ShowAsync(new HelpForm());

    [HttpPost, ShowsFormAgain]
    public Task<IActionResult> Create(HelpForm form) =>
        PerformAsync(new OpenEmergency(form.What == HelpForm.Removal ? OpenEmergency.RemovalRisk : form.What ?? HelpForm.Unsaid, form.Note?.Trim() ?? ""), "/applicants/help/called", "help.done", () => ShowAsync(form));

    [HttpGet("called")]
    public async Task<IActionResult> Called() => await OpenAsync("own-help") is { } ? View() : NotFound();

    private async Task<IActionResult> ShowAsync(HelpForm form) => await OpenAsync("own-help") is { } ? View("New", form) : NotFound();
}

public sealed record HelpForm
{
    public const string Unsaid = "asked for help";
    public const string Removal = "removal";
    private static readonly string[] Known = ["detained", "followed", Removal, "health", "other"];

    /// <summary>One of a few words; an unknown one is refused.</summary>
    [AllowedValues("detained", "followed", "removal", "health", "other", null, ErrorMessage = "error.form")]
    public string? What { get; init; }

    [StringLength(4000)]
    public string? Note { get; init; }

    public static IReadOnlyList<Choice> Choices(Texts texts) => [.. Known.Select(word => new Choice(word, texts[$"help.what.{word}"]))];
}
