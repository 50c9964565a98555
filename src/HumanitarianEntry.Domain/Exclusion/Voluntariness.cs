using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Exclusion;

/// <summary>How the person came into service (handbook 4d).</summary>
public enum EntryIntoService
{
    NeverServed,
    Conscript,
    Mobilised,
    Contract,
    OfficerSchool,
    PrisonRecruit,
    PrivateCompany,

    /// <summary>Came forward after 24 February 2022.</summary>
    Volunteer,
}

public enum VoluntarinessConclusion
{
    Voluntary,
    NotVoluntary,
    CannotTell,
}

/// <summary>A person's finding on whether the applicant entered and stayed of his own will. Findings of before the guided form hold the answer and the reason only.</summary>
public sealed record VoluntarinessFinding(bool Voluntary, string Reason)
{
    /// <summary>Neither can be said; <see cref="Voluntary"/> means nothing then.</summary>
    public bool? CannotTell { get; init; }

    public EntryIntoService? Entered { get; init; }
    public PartialDate? Since { get; init; }
    public string? Pay { get; init; }
    public string? ChancesTaken { get; init; }
    public string? ChancesNotTaken { get; init; }
    public string? Refusals { get; init; }
    public string? Decorations { get; init; }

    /// <summary>Prison, private company, volunteer: who recruited, what was promised or threatened.</summary>
    public string? Recruited { get; init; }

    /// <summary>The same: what would have happened otherwise, and whether a way back was open.</summary>
    public string? Alternatives { get; init; }

    /// <summary>The same: what was known of the war and of the tasks.</summary>
    public string? Knew { get; init; }

    public ImmutableList<FactLink>? Links { get; init; }

    public VoluntarinessConclusion Conclusion => CannotTell == true ? VoluntarinessConclusion.CannotTell : Voluntary ? VoluntarinessConclusion.Voluntary : VoluntarinessConclusion.NotVoluntary;
}

[ActKind("assess-voluntariness", Compartment.Vetting, Role.Vetter)]
public sealed record AssessVoluntariness(bool Voluntary, string Reason) : Act
{
    public bool CannotTell { get; init; }
    public EntryIntoService? Entered { get; init; }
    public PartialDate? Since { get; init; }
    public string Pay { get; init; } = string.Empty;
    public string ChancesTaken { get; init; } = string.Empty;
    public string ChancesNotTaken { get; init; } = string.Empty;
    public string Refusals { get; init; } = string.Empty;
    public string Decorations { get; init; } = string.Empty;
    public string Recruited { get; init; } = string.Empty;
    public string Alternatives { get; init; } = string.Empty;
    public string Knew { get; init; } = string.Empty;
    public ImmutableList<FactLink> Links { get; init; } = [];

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var blocker in VetterRules.AgainstInterviewer(file, context).Concat(BlindReview.AgainstChange(file, context, file.Vetting.Voluntariness.Exists(v => v.Provenance.By == context.Actor.Id))))
        {
            yield return blocker;
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Say how he entered, why he stayed and which chances to leave he had.");
        }

        if (CannotTell && Voluntary)
        {
            yield return new Blocker("conclusion-contradicts-itself", "Choose one conclusion: of his own will, or that nobody can tell.");
        }

        foreach (var blocker in VoluntarinessRules.Missing(file, Finding()).Concat(FactLinks.Check(file, Links)))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Vetting = file.Vetting with { Voluntariness = file.Vetting.Voluntariness.Add(context.Record(Finding(), "vetter")) } });

    private VoluntarinessFinding Finding() => new(Voluntary, Reason.Trim())
    {
        CannotTell = CannotTell ? true : null,
        Entered = Entered,
        Since = Since,
        Pay = Pay,
        ChancesTaken = ChancesTaken,
        ChancesNotTaken = ChancesNotTaken,
        Refusals = Refusals,
        Decorations = Decorations,
        Recruited = Recruited,
        Alternatives = Alternatives,
        Knew = Knew,
        Links = Links,
    };
}

/// <summary>What a finding on voluntariness must answer (handbook 4d and question D4), and what it means at the gate.</summary>
public static class VoluntarinessRules
{
    /// <summary>Prison, private company, volunteer after 24 February 2022: the deep part is needed.</summary>
    public static bool IsDeep(EntryIntoService? entered) => entered is EntryIntoService.PrisonRecruit or EntryIntoService.PrivateCompany or EntryIntoService.Volunteer;

    /// <summary>So it is when a service period on file says so, whatever is chosen.</summary>
    public static bool NeedsDeepPart(CaseFile file, EntryIntoService? entered) =>
        IsDeep(entered) || file.Interview.Service.Values().Any(s => s.Basis is ServiceBasis.PrisonRecruit or ServiceBasis.Volunteer || s.Force.Equals("pmc", StringComparison.OrdinalIgnoreCase));

    public static IEnumerable<Blocker> Missing(CaseFile file, VoluntarinessFinding finding)
    {
        if (finding.Entered is not { } entered)
        {
            yield return new Blocker("voluntariness-incomplete", "Say how the person came into service.");
            yield break;
        }

        if (entered != EntryIntoService.NeverServed && finding.Since is null)
        {
            yield return new Blocker("voluntariness-incomplete", "Say since when the person served; the year is enough.");
        }

        if (!NeedsDeepPart(file, entered))
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(finding.Recruited))
        {
            yield return new Blocker("voluntariness-incomplete", "Prison, private company or volunteer: say who recruited and what was promised or threatened.");
        }

        if (string.IsNullOrWhiteSpace(finding.Alternatives))
        {
            yield return new Blocker("voluntariness-incomplete", "Prison, private company or volunteer: say what would have happened otherwise and whether a way back was open.");
        }

        if (string.IsNullOrWhiteSpace(finding.Knew))
        {
            yield return new Blocker("voluntariness-incomplete", "Prison, private company or volunteer: say what the person knew of the war and of the tasks.");
        }
    }

    /// <summary>Missing stands against every clearing; "nobody can tell" against a plain one, because a doubt is stated and not hidden (handbook 4d, 4g, dossier section 7).</summary>
    public static IEnumerable<Blocker> AgainstClearing(CaseFile file, string outcome)
    {
        if (file.Vetting.Voluntariness.Latest() is not { } finding)
        {
            yield return new Blocker("voluntariness-not-assessed", "Say whether he entered and stayed in service of his own will (4d).");
        }
        else if (finding.Conclusion == VoluntarinessConclusion.CannotTell && outcome == "clear")
        {
            yield return new Blocker("voluntariness-cannot-tell", "Nobody can tell whether he served of his own will: choose 'clear-with-remarks' or 'unresolved', and say so.");
        }
    }
}
