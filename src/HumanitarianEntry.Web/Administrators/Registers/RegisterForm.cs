using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Administrators.Registers;

public sealed record RegisterForm : IValidatableObject
{
    [Required(ErrorMessage = "Choose the file.")]
    public IFormFile? File { get; init; }

    [Required(ErrorMessage = "Choose which register it is.")]
    public RegisterKind? Kind { get; init; }

    [Required(ErrorMessage = "Say who answers for the register."), StringLength(200)]
    public string? Publisher { get; init; }

    [Required(ErrorMessage = "Write the version."), StringLength(64)]
    public string? Version { get; init; }

    public PartialDateForm VersionDate { get; init; } = new();

    /// <summary>Only for a valid form.</summary>
    public RegisterHeader ToHeader() => new(Kind!.Value, Publisher!.Trim(), Version!.Trim(), PartialDate.Parse(VersionDate.Iso!).Earliest);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (VersionDate.Iso is { Length: < 10 } or null)
        {
            yield return new(S("Write the whole day that the register describes."), [nameof(VersionDate) + "." + nameof(PartialDateForm.Day)]);
        }
    }

    public static string NameOf(RegisterKind kind) => kind switch
    {
        RegisterKind.Units => S("Military units"),
        RegisterKind.Incidents => S("Incidents"),
    };

    public static IReadOnlyList<Choice> Kinds =>
    [
        new(nameof(RegisterKind.Units), NameOf(RegisterKind.Units), S("Columns key, number, names_ru, names_en; parents, garrison, latitude, longitude, sources.")),
        new(nameof(RegisterKind.Incidents), NameOf(RegisterKind.Incidents), S("Columns id, units, place, from, to, type, contested, sources; latitude, longitude.")),
    ];
}

/// <param name="Refused">What stands against the file just sent; null where none was.</param>
public sealed record RegistersPage(IReadOnlyList<LoadedRegister> Loaded, IReadOnlyList<KeptRegister> Waiting, IReadOnlyDictionary<Guid, string> Names, RegisterForm Form, RegisterReport? Refused)
{
    public string NameOf(Guid account) => account == SystemActor.Instance.Id ? S("the operator of the server") : Names.GetValueOrDefault(account) ?? S("an account that is gone");
}
