using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Web.Shared.Fields;
using HumanitarianEntry.Web.Shared.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HumanitarianEntry.Web.Applicants.Things;

public sealed record ThingForm : IValidatableObject
{
    public const int MaxMegabytes = 20;
    public const int MaxFile = MaxMegabytes * 1024 * 1024;

    /// <summary>The file and everything around it.</summary>
    public const int MaxRequest = MaxFile + (4 * 1024 * 1024);

    private const string Public = "public";
    private const string Costly = "costly";

    [Required]
    public EvidenceType? Type { get; init; }

    [Required, StringLength(200)]
    public string? Title { get; init; }

    public PartialDateForm On { get; init; } = new();

    [StringLength(200)]
    public string? Place { get; init; }

    [StringLength(2000)]
    public string? Link { get; init; }

    [StringLength(4000)]
    public string? Description { get; init; }

    public string[] About { get; init; } = [];

    public IFormFile? File { get; init; }

    /// <summary>Whether he allowed us to keep things; never read from the request.</summary>
    [BindNever]
    public bool MayHandIn { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<Texts>();
        if (File is { Length: > MaxFile })
            yield return new(texts["things.file.large", ("n", MaxMegabytes)], [nameof(File)]);
        if (File is not { Length: > 0 } && string.IsNullOrWhiteSpace(Link))
            yield return new(texts["things.file-or-link"], [nameof(File)]);
    }

    public AddEvidence ToAct(EvidenceFile? file) => new(Type ?? default, Title ?? "", "applicant")
    {
        ClaimedOn = On.Iso is { } date ? PartialDate.Parse(date) : null,
        Place = Blank(Place),
        SourceUrl = Blank(Link),
        Description = Blank(Description),
        IsPublic = About.Contains(Public),
        IsCostly = About.Contains(Costly),
        File = file,
    };

    /// <summary>Text key for a file that was not taken.</summary>
    public static string KeyOf(Exception refusal) => refusal switch
    {
        FileTooLargeException => "things.file.larger",
        FileKindRefusedException => "things.file.kind",
        StorageFullException => "things.file.full",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "No words for this refusal."),
    };

    public static string KeyOf(EvidenceType type) => $"things.type.{Keys.Kebab(type.ToString())}";

    public static IReadOnlyList<Choice> Types(Texts texts) =>
        [new Choice("", texts["things.type.choose"]), .. Enum.GetValues<EvidenceType>().Select(type => new Choice(type.ToString(), texts[KeyOf(type)]))];

    public static IReadOnlyList<Choice> Abouts(Texts texts) => [new Choice(Public, texts["things.about.public"]), new Choice(Costly, texts["things.about.costly"])];

    private static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
