using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Administrators.ScreeningLists;

/// <summary>Says once which column of a table holds what.</summary>
[Route("administrators/screening-lists/mappings")]
public sealed class ListMappingsController(ColumnMappings mappings, StaffDirectory staff) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> New() => PageAsync(new MappingForm());

    [HttpPost(""), ShowsFormAgain]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] MappingForm form)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await PageAsync(form);
        }

        await mappings.SaveAsync(form.Key!, form.ToMapping(), Person.Of(User).Id, HttpContext.RequestAborted);
        TempData[Paths.DoneMessage] = S($"The mapping {form.Key} is saved. Choose it as the layout when you load a file.");
        return Redirect(Paths.Lists);
    }

    private async Task<IActionResult> PageAsync(MappingForm form)
    {
        var saved = await mappings.AllAsync(HttpContext.RequestAborted);
        return View("Mappings", new MappingsPage(saved, await staff.NamesAsync([.. saved.Select(s => s.By).Distinct()], HttpContext.RequestAborted), form));
    }
}

public sealed record MappingsPage(IReadOnlyList<SavedMapping> Saved, IReadOnlyDictionary<Guid, string> Names, MappingForm Form);

/// <summary>Headers of columns as the table writes them.</summary>
public sealed record MappingForm : IValidatableObject
{
    private const string TooLong = "A header is at most 100 signs.";

    [Required(ErrorMessage = "Give the mapping a name."), RegularExpression("[a-z0-9][a-z0-9-]{1,23}", ErrorMessage = "Use 2 to 24 small letters, digits and hyphens.")]
    public string? Key { get; init; }

    [StringLength(100, ErrorMessage = TooLong)]
    public string? Id { get; init; }

    [StringLength(100, ErrorMessage = TooLong)]
    public string? WholeName { get; init; }

    [StringLength(100, ErrorMessage = TooLong)]
    public string? Family { get; init; }

    [StringLength(100, ErrorMessage = TooLong)]
    public string? Given { get; init; }

    [StringLength(100, ErrorMessage = TooLong)]
    public string? Patronymic { get; init; }

    [StringLength(100, ErrorMessage = TooLong)]
    public string? Aliases { get; init; }

    [StringLength(100, ErrorMessage = TooLong)]
    public string? WeakAliases { get; init; }

    [StringLength(100, ErrorMessage = TooLong)]
    public string? BirthDate { get; init; }

    [StringLength(100, ErrorMessage = TooLong)]
    public string? BirthYear { get; init; }

    [StringLength(100, ErrorMessage = TooLong)]
    public string? Sex { get; init; }

    [StringLength(100, ErrorMessage = TooLong)]
    public string? Nationality { get; init; }

    [StringLength(100, ErrorMessage = TooLong)]
    public string? Articles { get; init; }

    [StringLength(100, ErrorMessage = TooLong)]
    public string? Reason { get; init; }

    [StringLength(100, ErrorMessage = TooLong)]
    public string? Place { get; init; }

    [StringLength(100, ErrorMessage = TooLong)]
    public string? Passport { get; init; }

    [StringLength(100, ErrorMessage = TooLong)]
    public string? NationalNumber { get; init; }

    public ColumnMapping ToMapping() => new()
    {
        Id = Clean(Id), Name = Clean(WholeName), Family = Clean(Family), Given = Clean(Given), Patronymic = Clean(Patronymic), Aliases = Clean(Aliases), WeakAliases = Clean(WeakAliases),
        BirthDate = Clean(BirthDate), BirthYear = Clean(BirthYear), Sex = Clean(Sex), Nationality = Clean(Nationality), Articles = Clean(Articles), Reason = Clean(Reason), Place = Clean(Place),
        Passport = Clean(Passport), NationalNumber = Clean(NationalNumber),
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Clean(WholeName) is null && Clean(Family) is null)
        {
            yield return new(S("Say which column holds the whole name, or which holds the family name."), [nameof(WholeName)]);
        }
    }

    private static string? Clean(string? header) => string.IsNullOrWhiteSpace(header) ? null : header.Trim();
}
