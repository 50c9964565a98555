using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Screeners.Referrals;

/// <summary>First contact: no full name is asked for (handbook G0).</summary>
public sealed record ReferralForm
{
    public static IReadOnlyList<Choice> Languages => [new("ru", S("Russian")), new("en", S("English")), new("fr", S("French")), new("de", S("German")), new("kk", S("Kazakh"))];

    public static IReadOnlyList<Choice> WantedAnswers => [new("unknown", S("Not known")), new("yes", S("Yes")), new("no", S("No"))];

    public static IReadOnlyList<Choice> Papers =>
    [
        new("internal-passport", S("Internal passport")), new("foreign-passport", S("Foreign passport")), new("military-id", S("Military ID")), new("birth-certificate", S("Birth certificate")),
        new("asylum-certificate", S("Asylum certificate")), new("other", S("Another paper")),
    ];

    [Required(ErrorMessage = "Choose the programme.")]
    public string? Programme { get; init; }

    [Required(ErrorMessage = "Choose a name that we may call the person by; it need not be the real one.")]
    [StringLength(100, ErrorMessage = "The name is longer than 100 signs.")]
    public string? Pseudonym { get; init; }

    [Required(ErrorMessage = "Choose how we can answer.")]
    public ChannelKind? Channel { get; init; }

    [StringLength(300, ErrorMessage = "The address is longer than 300 signs.")]
    public string? Address { get; init; }
    [StringLength(200)]
    public string? SafeHours { get; init; }
    [StringLength(200)]
    public string? TimeZone { get; init; }
    public bool MayLeaveMessage { get; init; }

    [Required(ErrorMessage = "Name the country of stay by its two-letter code.")]
    [RegularExpression("[A-Za-z]{2}", ErrorMessage = "Name the country of stay by its two-letter code, such as KZ.")]
    public string? Country { get; init; }

    public PartialDateForm? StayEndsOn { get; init; }
    public bool InDetention { get; init; }
    public string Wanted { get; init; } = "unknown";
    public List<string> PapersHeld { get; init; } = [];

    [Range(1, 50, ErrorMessage = "Write how many people travel together, from 1 to 50.")]
    public int FamilySize { get; init; } = 1;

    [Required(ErrorMessage = "Choose the language that we answer in.")]
    public string? Language { get; init; } = "ru";

    [Required(ErrorMessage = "Write in a sentence or two why the person asks for help.")]
    [StringLength(5000, ErrorMessage = "The reason is longer than 5,000 signs.")]
    public string? Reason { get; init; }

    [StringLength(200)]
    public string? ReferredBy { get; init; }
    public Priority Priority { get; init; }

    public OpenCase ToAct() => new(Pseudonym!, new ContactChannel(Channel!.Value, Address.Clean() ?? string.Empty, SafeHours.Clean() ?? string.Empty, TimeZone.Clean() ?? string.Empty, MayLeaveMessage), Country!.ToUpperInvariant(), Language!, Reason!.Trim())
    {
        Priority = Priority,
        StayExpiresOn = StayEndsOn.ToDate(),
        InDetention = InDetention,
        Wanted = Wanted switch { "yes" => true, "no" => false, _ => null },
        PapersHeld = [.. PapersHeld],
        FamilySize = FamilySize,
        ReferredBy = ReferredBy.Clean() ?? "self",
    };
}
