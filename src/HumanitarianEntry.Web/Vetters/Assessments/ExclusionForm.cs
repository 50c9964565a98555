using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Vetters.Assessments;

/// <summary>An element as it is answered on a page.</summary>
public sealed record ElementForm
{
    public ExclusionElement Element { get; init; }
    public ElementFinding? Finding { get; init; }

    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? Words { get; init; }
}

/// <summary>An exclusion assessment while it is being written, over days and pages; each page fills its part.</summary>
public sealed record ExclusionForm
{
    public const int Longest = 20_000;
    public const string TooLong = "This is longer than 20,000 signs. It is kept as you typed it, but make it shorter.";

    public ExclusionLimb? Limb { get; init; }
    public List<ElementForm> Elements { get; init; } = [];

    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Act { get; init; }

    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? When { get; init; }

    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Where { get; init; }

    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Sources { get; init; }

    public List<string> Links { get; init; } = [];
    public List<ContributionMode> Modes { get; init; } = [];

    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Contribution { get; init; }

    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? KnowledgeAndIntent { get; init; }

    public List<ExclusionGround> Grounds { get; init; } = [];

    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Defences { get; init; }

    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Proportionality { get; init; }

    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Expiation { get; init; }

    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Standard { get; init; }

    public ExclusionConclusion? Conclusion { get; init; }

    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? Reason { get; init; }

    [StringLength(Longest, ErrorMessage = TooLong)]
    public string? WhyNew { get; init; }

    /// <summary>The form with one page's part as it was typed there; elements of other limbs and grounds stay.</summary>
    public ExclusionForm With(ExclusionStep step, ExclusionForm typed) => step switch
    {
        ExclusionStep.Raised => this,
        ExclusionStep.Limb => this with { Limb = typed.Limb },
        ExclusionStep.Elements => this with { Elements = Joined(typed.Elements) },
        ExclusionStep.Act => this with { Act = typed.Act, When = typed.When, Where = typed.Where, Sources = typed.Sources, Links = typed.Links },
        ExclusionStep.Contribution => this with { Modes = typed.Modes, Contribution = typed.Contribution },
        ExclusionStep.Intent => this with { KnowledgeAndIntent = typed.KnowledgeAndIntent },
        ExclusionStep.Grounds => this with { Grounds = typed.Grounds, Defences = typed.Defences, Elements = Joined(typed.Elements) },
        ExclusionStep.Proportionality => this with { Proportionality = typed.Proportionality, Expiation = typed.Expiation },
        ExclusionStep.Standard => this with { Standard = typed.Standard },
        ExclusionStep.Conclusion => this with { Conclusion = typed.Conclusion, Reason = typed.Reason, WhyNew = typed.WhyNew },
    };

    /// <summary>The elements that a page asks for, in its order, with what was answered.</summary>
    public ExclusionForm Asking(IEnumerable<ExclusionElement> elements) =>
        this with { Elements = [.. elements.Select(e => Elements.LastOrDefault(a => a.Element == e) ?? new ElementForm { Element = e })] };

    /// <summary>The elements of a page: of the chosen limb, or of every ground.</summary>
    public IEnumerable<ExclusionElement> Asked(ExclusionStep step) => step switch
    {
        ExclusionStep.Elements when Limb is { } limb => ExclusionElements.Of(limb),
        ExclusionStep.Grounds => Enum.GetValues<ExclusionGround>().SelectMany(g => ExclusionElements.Of(g)),
        _ => [],
    };

    /// <summary>The act, once the limb and the conclusion are chosen. Only the elements of that limb and of the grounds that were looked into go on file.</summary>
    public AssessExclusion ToAct(string subject)
    {
        var asked = ExclusionElements.Of(Limb!.Value).Concat(Grounds.SelectMany(g => ExclusionElements.Of(g))).ToHashSet();
        return new AssessExclusion(subject, Limb.Value, Clean(Act), Conclusion!.Value, Clean(Reason))
        {
            When = Clean(When),
            Where = Clean(Where),
            Sources = Clean(Sources),
            Elements = [.. Elements.Where(e => asked.Contains(e.Element) && e.Finding is not null && e.Words.Clean() is not null).Select(e => new ElementAnswer(e.Element, e.Finding!.Value, e.Words!.Trim()))],
            Modes = [.. Modes.Distinct()],
            Contribution = Clean(Contribution),
            KnowledgeAndIntent = Clean(KnowledgeAndIntent),
            Grounds = [.. Grounds.Distinct()],
            Defences = Clean(Defences),
            Proportionality = Clean(Proportionality),
            Expiation = Clean(Expiation),
            Standard = Clean(Standard),
            Links = [.. Links.Select(FactLink.Parse).OfType<FactLink>().Distinct()],
            WhyNew = WhyNew.Clean(),
        };
    }

    public static ExclusionForm Of(ExclusionAssessment stored) => new()
    {
        Limb = stored.Limb,
        Elements = [.. (stored.Elements ?? []).Select(e => new ElementForm { Element = e.Element, Finding = e.Finding, Words = e.Words })],
        Act = stored.Act,
        When = stored.When,
        Where = stored.Where,
        Sources = stored.Sources,
        Links = [.. (stored.Links ?? []).Select(l => l.ToString())],
        Modes = [.. stored.Modes ?? []],
        Contribution = stored.Contribution,
        KnowledgeAndIntent = stored.KnowledgeAndIntent,
        Grounds = [.. stored.Grounds ?? []],
        Defences = stored.Defences,
        Proportionality = stored.Proportionality,
        Expiation = stored.Expiation,
        Standard = stored.Standard,
    };

    private static string Clean(string? typed) => typed.Clean() ?? string.Empty;

    private List<ElementForm> Joined(List<ElementForm> typed) => [.. Elements.Where(e => !typed.Exists(t => t.Element == e.Element)), .. typed];
}
