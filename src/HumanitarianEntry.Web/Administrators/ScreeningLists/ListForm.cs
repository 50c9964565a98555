using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Administrators.ScreeningLists;

public sealed record ListForm : IValidatableObject
{
    [Required(ErrorMessage = "Choose the file.")]
    public IFormFile? File { get; init; }

    [Required(ErrorMessage = "Choose the layout of the file.")]
    public string? Format { get; init; }

    [Required(ErrorMessage = "Write the short name of the list."), RegularExpression("[a-z0-9][a-z0-9-]{1,63}", ErrorMessage = "Use 2 to 64 small letters, digits and hyphens.")]
    public string? Key { get; init; }

    [Required(ErrorMessage = "Say who published the list."), StringLength(200)]
    public string? Publisher { get; init; }

    [Required(ErrorMessage = "Say whose claim the entries are."), StringLength(200)]
    public string? AssertingAuthority { get; init; }

    [Required(ErrorMessage = "Choose what being on the list means.")]
    public ListKind? Kind { get; init; }

    [Required(ErrorMessage = "Write the version."), StringLength(64)]
    public string? Version { get; init; }

    public PartialDateForm VersionDate { get; init; } = new();

    [Required(ErrorMessage = "Choose whether to check only, or to put the list in force.")]
    public bool? InForce { get; init; }

    public bool AcceptGaps { get; init; }

    /// <summary>Only for a valid form.</summary>
    public ListHeader ToHeader() => new(Key!, Publisher!.Trim(), AssertingAuthority!.Trim(), Kind!.Value, Version!.Trim(), PartialDate.Parse(VersionDate.Iso!).Earliest);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (VersionDate.Iso is { Length: < 10 } or null)
        {
            yield return new("Write the whole day that the list describes.", [nameof(VersionDate) + "." + nameof(PartialDateForm.Day)]);
        }

        if (Format is not null && !ListFormats.All.Contains(Format))
        {
            yield return new("Choose one of the layouts.", [nameof(Format)]);
        }
    }
}

/// <param name="Report">What the last file showed; null before one was sent.</param>
public sealed record ListsPage(IReadOnlyList<LoadedList> Lists, IReadOnlyDictionary<Guid, string> Names, ListForm Form, ListImportReport? Report)
{
    public string Heading => Report is null ? string.Empty : Report.Outcome switch
    {
        ListImportOutcome.InForce => "The list is in force",
        ListImportOutcome.Refused => "Nothing was stored",
        ListImportOutcome.Checked => "Checked only; nothing was stored",
    };

    /// <summary>Class of the notice.</summary>
    public string Mark => Report is null ? string.Empty : Report.Outcome switch
    {
        ListImportOutcome.InForce => "notice-good",
        ListImportOutcome.Refused => "notice-danger",
        ListImportOutcome.Checked => "notice-warn",
    };
}
