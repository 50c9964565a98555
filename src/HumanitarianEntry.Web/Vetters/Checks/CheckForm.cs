using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Screening.People;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Vetters.Checks;

public sealed record CheckForm : IValidatableObject
{
    private const int MostSpellings = 10;

    [Required(ErrorMessage = "Write the name.")]
    [StringLength(1000, ErrorMessage = "The names are longer than 1,000 signs.")]
    public string? Names { get; init; }

    public PartialDateForm Born { get; init; } = new();

    [Required(ErrorMessage = "Say what the check is for.")]
    public CheckPurpose? Purpose { get; init; }

    [Required(ErrorMessage = "Write why, for the auditors.")]
    [StringLength(300, ErrorMessage = "The reason is longer than 300 signs.")]
    public string? Reason { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var names = Lines.Of(Names);
        if (names.Count > MostSpellings)
        {
            yield return new ValidationResult(S("Write at most ten spellings of one person."), [nameof(Names)]);
        }
        else if (names.Any(n => !n.Any(char.IsLetter)))
        {
            yield return new ValidationResult(S("One of the lines has no letters."), [nameof(Names)]);
        }
    }

    public SingleCheck ToCheck(Guid by) => new(by, [.. Lines.Of(Names).Select(n => PersonName.Of(n))], BirthDate.TryParse(Born.Iso ?? string.Empty, out var born) ? born : null, Purpose!.Value, Reason!.Trim());
}
