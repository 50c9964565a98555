using System.Text.Json;
using System.Text.Json.Serialization;
using HumanitarianEntry.Dossiers.Sections;

namespace HumanitarianEntry.Dossiers.Composing;

/// <summary>Every word a dossier says by itself, in one language. A file that lacks a text, or has one too many, is refused when it is read.</summary>
public sealed record DossierTexts
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        ReadCommentHandling = JsonCommentHandling.Disallow,
    };

    public required string Language { get; init; }

    public required DocumentTexts Document { get; init; }

    public required DateTexts Dates { get; init; }

    public required CoverTexts Cover { get; init; }

    public required RequestTexts Request { get; init; }

    public required CaseTexts Case { get; init; }

    public required PersonTexts Person { get; init; }

    public required RelativesTexts Relatives { get; init; }

    public required TravelDocumentTexts TravelDocument { get; init; }

    public required HostTexts Host { get; init; }

    public required ServiceTexts Service { get; init; }

    public required RefusalTexts Refusal { get; init; }

    public required EngagementTexts Engagement { get; init; }

    public required VettingTexts Vetting { get; init; }

    public required RiskTexts Risk { get; init; }

    public required NeedsTexts Needs { get; init; }

    public required ReceptionTexts Reception { get; init; }

    public required EarlierTexts Earlier { get; init; }

    public required DeclarationTexts Declaration { get; init; }

    public required AnnexTexts Annexes { get; init; }

    public required UrgentTexts Urgent { get; init; }

    public required ClaimTexts Claims { get; init; }

    public required FactTexts Facts { get; init; }

    /// <summary>Reads templates/dossier/{language}.json.</summary>
    /// <exception cref="InvalidDataException">The file lacks a text or holds an unknown one; the message names it.</exception>
    public static DossierTexts Load(string folder, string language) => Parse(File.ReadAllText(Path.Combine(folder, language + ".json")));

    /// <exception cref="InvalidDataException">The file lacks a text or holds an unknown one; the message names it.</exception>
    public static DossierTexts Parse(string json)
    {
        try
        {
            var texts = JsonSerializer.Deserialize<DossierTexts>(json, Strict) ?? throw new InvalidDataException("The texts of the dossier are empty.");
            if (texts.Dates.Months.Count != 12)
                throw new InvalidDataException("The texts of the dossier do not name twelve months.");
            if (!texts.Facts.EntryAsked.ContainsKey(FactTexts.OtherProgramme))
                throw new InvalidDataException($"The texts of the dossier do not say what is asked for under a programme without a sentence of its own: 'entryAsked' lacks '{FactTexts.OtherProgramme}'.");
            return texts;
        }
        catch (JsonException incomplete)
        {
            throw new InvalidDataException($"The texts of the dossier are incomplete: {incomplete.Message}", incomplete);
        }
    }
}

public sealed record DocumentTexts
{
    /// <summary>{0} reference.</summary>
    public required string Title { get; init; }

    public required string Contents { get; init; }

    /// <summary>With {reference}, {version}, {page} and {pages}.</summary>
    public required string Footer { get; init; }

    /// <summary>{0} recipient, {1} copy mark.</summary>
    public required string Watermark { get; init; }

    public required string DemonstrationMark { get; init; }

    /// <summary>{0} number.</summary>
    public required string Annex { get; init; }

    /// <summary>Before several numbers.</summary>
    public required string Annexes { get; init; }

    public required string Manifest { get; init; }

    /// <summary>Stands where a part is absent because the recipient does not get it.</summary>
    public required string NotDisclosed { get; init; }

    /// <summary>The same within a line or a cell.</summary>
    public required string NotDisclosedShort { get; init; }

    /// <summary>{0} function, {1} language of the original.</summary>
    public required string TranslatedBy { get; init; }

    /// <summary>{0} code of an unnamed language.</summary>
    public required IReadOnlyDictionary<string, string> FromLanguages { get; init; }
}

public sealed record DateTexts
{
    public required IReadOnlyList<string> Months { get; init; }

    public required string FirstOfMonth { get; init; }

    /// <summary>{0} day, {1} month, {2} year.</summary>
    public required string Day { get; init; }

    /// <summary>{0} month, {1} year.</summary>
    public required string Month { get; init; }

    /// <summary>{0} date.</summary>
    public required string About { get; init; }

    /// <summary>{0} from, {1} until.</summary>
    public required string Period { get; init; }

    /// <summary>{0} from.</summary>
    public required string Since { get; init; }
}
