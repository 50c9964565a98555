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

    /// <summary>Megabytes that a file may have when it is sent in pieces.</summary>
    public const int MaxPieced = (int)(CaseFiles.MaxBytes / (1024 * 1024));

    /// <summary>The file and everything around it.</summary>
    public const int MaxRequest = MaxFile + (4 * 1024 * 1024);

    private const string Public = "public";
    private const string Costly = "costly";
    private const string Graphic = "graphic";

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

    /// <summary>The upload in pieces that stands for the file; null when the form sent it itself.</summary>
    public Guid? Piece { get; init; }

    /// <summary>What the page has computed of the whole file: the hash over the hashes of its pieces.</summary>
    [RegularExpression("[0-9a-f]{64}", ErrorMessage = "error.form")]
    public string? Whole { get; init; }

    /// <summary>Whether he allowed us to keep things; never read from the request.</summary>
    [BindNever]
    public bool MayHandIn { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<Texts>();
        if (File is { Length: > MaxFile })
            yield return new(texts["things.file.large", ("n", MaxMegabytes)], [nameof(File)]);
        if (Piece is null && File is { Length: 0 })
            yield return new(texts["things.file.empty"], [nameof(File)]);
        else if (Piece is null && File is null && string.IsNullOrWhiteSpace(Link))
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
        IsGraphic = About.Contains(Graphic),
        File = file,
    };

    /// <summary>Text key for a file that was not taken.</summary>
    public static string KeyOf(Exception refusal) => refusal switch
    {
        FileTooLargeException => "things.file.larger",
        FileKindRefusedException => "things.file.kind",
        StorageFullException => "things.file.full",
        StoreBusyException => "things.file.busy",
        TooManyUploadsException => "things.pieces.unfinished",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "No words for this refusal."),
    };

    /// <summary>The sentence for a file that was not taken. One that is only named wrong is told what it is.</summary>
    public static string WordsOf(Exception refusal, Texts texts) => refusal is FileKindRefusedException { Check: { } check } && CaseFiles.IsOnlyNamedWrong(check)
        ? texts["things.file.differs", ("named", NameOf(check.Declared)), ("found", NameOf(check.Found))]
        : texts[KeyOf(refusal)];

    /// <summary>Names of formats are the same in every language.</summary>
    private static string NameOf(FileKind kind) => kind switch
    {
        FileKind.Jpeg => "JPEG",
        FileKind.Pdf => "PDF",
        FileKind.Png => "PNG",
        FileKind.Mp4 => "MP4",
        FileKind.Text => "TXT",
        FileKind.OldOffice => "DOC",
        FileKind.OpenDocument => "ODT",
        FileKind.SevenZip => "7Z",
        FileKind.QuickTime => "MOV",
        FileKind.WebP or FileKind.WebM or FileKind.Gif or FileKind.Heic or FileKind.Avif or FileKind.Tiff or FileKind.Ogg or FileKind.Mp3 or FileKind.Wav or FileKind.Zip or FileKind.Docx or FileKind.Xlsx or FileKind.Rtf
            or FileKind.Rar or FileKind.Html or FileKind.Svg or FileKind.Xml or FileKind.Program or FileKind.Warc or FileKind.Wacz or FileKind.Unknown => kind.ToString().ToUpperInvariant(),
    };

    public static string KeyOf(EvidenceType type) => $"things.type.{Keys.Kebab(type.ToString())}";

    public static IReadOnlyList<Choice> Types(Texts texts) =>
        [new Choice("", texts["things.type.choose"]), .. Enum.GetValues<EvidenceType>().Select(type => new Choice(type.ToString(), texts[KeyOf(type)]))];

    public static IReadOnlyList<Choice> Abouts(Texts texts) => [new Choice(Public, texts["things.about.public"]), new Choice(Costly, texts["things.about.costly"]), new Choice(Graphic, texts["things.about.graphic"])];

    private static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
