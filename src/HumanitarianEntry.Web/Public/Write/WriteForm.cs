using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Fields;
using HumanitarianEntry.Web.Shared.Texts;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Public.Write;

/// <summary>What is asked at first contact; no full name, no unit, no document number (handbook G0).</summary>
public sealed record WriteForm : IValidatableObject
{
    /// <summary>Stands for a country that is not in the list; a person asks later.</summary>
    public const string OtherCountry = "ZZ";

    private const string Yes = "yes";

    [FromForm(Name = ActKey.FieldName)]
    public string? Key { get; init; }

    [Required(ErrorMessage = "blocker.pseudonym-missing"), StringLength(60)]
    public string? Pseudonym { get; init; }

    [Required, AllowedValues("KZ", "KG", "UZ", "AM", "GE", "TR", "RS", "MN", OtherCountry, ErrorMessage = "error.form")]
    public string? Country { get; init; }

    public PartialDateForm StayUntil { get; init; } = new();

    [Required, AllowedValues(Yes, "no", ErrorMessage = "error.form")]
    public string? Detained { get; init; }

    public string[] Papers { get; init; } = [];

    [Required, LanguageOfApplicant]
    public string? Language { get; init; }

    [Required, AllowedValues(nameof(ChannelKind.SecureSpace), nameof(ChannelKind.Signal), nameof(ChannelKind.Phone), nameof(ChannelKind.Email), ErrorMessage = "error.form")]
    public string? Channel { get; init; } = nameof(ChannelKind.SecureSpace);

    [StringLength(200)]
    public string? Handle { get; init; }

    [StringLength(200)]
    public string? SafeHours { get; init; }

    [Required, StringLength(4000)]
    public string? Reason { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<Texts>();
        if (Channel != nameof(ChannelKind.SecureSpace) && string.IsNullOrWhiteSpace(Handle))
            yield return new(texts["write.handle.missing"], [nameof(Handle)]);
        if (Papers.Except(KnownPapers).Any())
            yield return new(texts["error.form"], [nameof(Papers)]);
    }

    public OpenCase ToAct()
    {
        var kind = Enum.Parse<ChannelKind>(Channel!);
        bool space = kind == ChannelKind.SecureSpace;
        var channel = new ContactChannel(kind, space ? "" : Handle!.Trim(), SafeHours?.Trim() ?? "", "", MayLeaveMessage: space);
        return new OpenCase(Pseudonym!.Trim(), channel, Country!, Language!, Reason!.Trim())
        {
            StayExpiresOn = StayUntil.Iso is { } date ? PartialDate.Parse(date) : null,
            InDetention = Detained == Yes,
            PapersHeld = [.. Papers],
        };
    }

    public static readonly IReadOnlyList<string> KnownCountries = ["KZ", "KG", "UZ", "AM", "GE", "TR", "RS", "MN", OtherCountry];
    public static readonly IReadOnlyList<string> KnownPapers = ["internal-passport", "foreign-passport", "military-id", "birth-certificate", "driving-licence", "other", "none"];

    public static IReadOnlyList<Choice> Countries(Texts texts) => [new Choice("", texts["write.country.choose"]), .. KnownCountries.Select(c => new Choice(c, texts[$"country.{c.ToLowerInvariant()}"]))];

    public static IReadOnlyList<Choice> PaperChoices(Texts texts) => [.. KnownPapers.Select(p => new Choice(p, texts[$"paper.{p}"]))];

    public static IReadOnlyList<Choice> YesNo(Texts texts) => [new Choice("no", texts["answer.no"]), new Choice(Yes, texts["answer.yes"])];

    public static IReadOnlyList<Choice> LanguageChoices { get; } = [.. Languages.All.Select(l => new Choice(l, Languages.NameOf(l)))];

    public static IReadOnlyList<Choice> Channels(Texts texts) =>
    [
        new Choice(nameof(ChannelKind.SecureSpace), texts["channel.secure-space"], texts["channel.secure-space.hint"]),
        new Choice(nameof(ChannelKind.Signal), texts["channel.signal"]),
        new Choice(nameof(ChannelKind.Phone), texts["channel.phone"], texts["channel.phone.hint"]),
        new Choice(nameof(ChannelKind.Email), texts["channel.email"], texts["channel.email.hint"]),
    ];
}
