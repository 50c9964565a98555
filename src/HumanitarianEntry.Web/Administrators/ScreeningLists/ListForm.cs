using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Acts;
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

    /// <summary>Further names, for the OFAC layout only.</summary>
    public IFormFile? Aliases { get; init; }

    /// <summary>Only for a valid form.</summary>
    public ListHeader ToHeader() => new(Key!, Publisher!.Trim(), AssertingAuthority!.Trim(), Kind!.Value, Version!.Trim(), PartialDate.Parse(VersionDate.Iso!).Earliest);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (VersionDate.Iso is { Length: < 10 } or null)
        {
            yield return new(S("Write the whole day that the list describes."), [nameof(VersionDate) + "." + nameof(PartialDateForm.Day)]);
        }

        if (Format is not null && !ListFormats.All.Contains(Format) && !ColumnMappings.IsName(ColumnMappings.NameIn(Format)))
        {
            yield return new(S("Choose one of the layouts."), [nameof(Format)]);
        }

        if (Aliases is not null && Format != ListFormats.OfacSdn)
        {
            yield return new(S("Only the OFAC layout has a file of further names. Leave it out, or choose that layout."), [nameof(Aliases)]);
        }
    }
}

/// <param name="Waiting">Checked files that nobody has put in force yet.</param>
/// <param name="Proof">The newest nightly proof; null before the first.</param>
/// <param name="Refused">What stands against the file just sent; null where none was.</param>
public sealed record ListsPage(
    IReadOnlyList<LoadedList> Lists, IReadOnlyList<KeptImport> Waiting, IReadOnlyList<SavedMapping> Mappings, IReadOnlyDictionary<Guid, string> Names, ProofOfNight? Proof, ListForm Form, ListImportReport? Refused)
{
    public string NameOf(Guid account) => account == SystemActor.Instance.Id ? S("the operator of the server") : Names.GetValueOrDefault(account) ?? S("an account that is gone");

    /// <summary>The layouts that a file can have, saved mappings last.</summary>
    public IReadOnlyList<Choice> Formats { get; } =
    [
        new(ListFormats.Csv, S("Table with a header row (CSV)"), S("Columns named id, name or family and given, birthDate, birthYear, sex, nationality, articles ...")), new(ListFormats.Wanted, S("Wanted table"), S("Name, sex, birth year, place, articles; Russian or English headers.")),
        new(ListFormats.OfacSdn, S("OFAC SDN"), S("With the ALT file of further names below.")), new(ListFormats.EuJournal, S("EU list (CSV)")), new(ListFormats.UnXml, S("UN consolidated list (XML)")),
        .. Mappings.Select(m => new Choice(m.Format, S($"Saved mapping {m.Name}"))),
    ];
}
