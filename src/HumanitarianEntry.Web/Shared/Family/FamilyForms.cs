using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Families;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Shared.Family;

public sealed record MemberForm
{
    [StringLength(10, ErrorMessage = "This is longer than 10 signs.")]
    public string? Continues { get; init; }

    [Required(ErrorMessage = "Choose how the member is related.")]
    public Relation? Relation { get; init; }

    [Required(ErrorMessage = "Write what we call this person; it need not be the real name."), StringLength(100, ErrorMessage = "This is longer than 100 signs.")]
    public string? CalledName { get; init; }

    [Range(1900, 2100, ErrorMessage = "Write the year with four digits.")]
    public int? BirthYear { get; init; }

    [RegularExpression("[A-Za-z]{2}", ErrorMessage = "Write the country as two letters, such as KZ.")]
    public string? Country { get; init; }

    public bool Dependant { get; init; }

    public bool Travels { get; init; }

    public static MemberForm From(FamilyMember known) => new()
    {
        Continues = known.Label, Relation = known.Relation, CalledName = known.CalledName, BirthYear = known.BirthYear, Country = known.Country, Dependant = known.Dependant, Travels = known.Travels,
    };

    /// <summary>Only for a valid form.</summary>
    public RecordFamilyMember ToAct() => new(Relation!.Value, CalledName!.Trim()) { Continues = Continues.Clean(), BirthYear = BirthYear, Country = Country.Clean()?.ToUpperInvariant(), Dependant = Dependant, Travels = Travels };
}

/// <summary>A form about one member, who is named in the address and sent back with the form.</summary>
public abstract record AboutMemberForm
{
    [Required(ErrorMessage = "Choose the member on the page of the family."), StringLength(10, ErrorMessage = "This is longer than 10 signs.")]
    public string? Member { get; init; }
}

public sealed record ChildForm : AboutMemberForm
{
    [FullDate(Needed = true, ErrorMessage = "Write the day, month and year.")]
    public PartialDateForm HeldOn { get; init; } = new();

    [Required(ErrorMessage = "Choose what is best for the child.")]
    public BestInterest? Result { get; init; }

    [Required(ErrorMessage = "Choose who has the say over the child.")]
    public Custody? Custody { get; init; }

    public bool ChildHeard { get; init; }

    [Required(ErrorMessage = "Write the reasons in a sentence or two."), StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Reasons { get; init; }

    /// <summary>Only for a valid form.</summary>
    public CheckBestInterest ToAct() => new(Member!, HeldOn.ToDay()!.Value, Result!.Value, Custody!.Value, ChildHeard, Reasons!.Trim());
}

public sealed record MemberConsentForm : AboutMemberForm
{
    [Required(ErrorMessage = "Choose what it is about.")]
    public ConsentPurpose? Purpose { get; init; } = ConsentPurpose.Submit;

    [Required(ErrorMessage = "Choose what the person said.")]
    public ConsentStatus? Status { get; init; }

    [Required(ErrorMessage = "Choose how the person said it.")]
    public ConsentMethod? Method { get; init; }

    [Required(ErrorMessage = "Name the language it was read in."), RegularExpression("[a-z]{2}", ErrorMessage = "Write the language as two small letters, such as ru.")]
    public string? Language { get; init; } = "ru";

    /// <summary>Only for a valid form.</summary>
    public RecordMemberConsent ToAct() => new(Member!, Purpose!.Value, Status!.Value, Method!.Value, Language!);
}

public sealed record OutcomeForm : AboutMemberForm
{
    [Required(ErrorMessage = "Choose what the state decided for this member.")]
    public MemberDecision? Decision { get; init; }

    [FullDate(Needed = true, ErrorMessage = "Write the day, month and year.")]
    public PartialDateForm DecidedOn { get; init; } = new();

    [AllowedValues("yes", "no", "", null, ErrorMessage = "Choose one of the answers.")]
    public string? GoesAhead { get; init; }

    /// <summary>Only for a valid form.</summary>
    public RecordMemberOutcome ToAct() => new(Member!, Decision!.Value, DecidedOn.ToDay()!.Value) { GoesAhead = GoesAhead switch { "yes" => true, "no" => false, _ => null } };
}
