using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Translations;

namespace HumanitarianEntry.Domain.AntiWarActivity;

/// <summary>Hands in one thing as proof; the bytes were stored and hashed before (<see cref="EvidenceFile"/>).</summary>
[ActKind("add-evidence", Compartment.Evidence, Role.Applicant, Role.Screener, Role.EvidenceCustodian)]
public sealed record AddEvidence(EvidenceType Type, string Title, string Origin) : Act
{
    public PartialDate? ClaimedOn { get; init; }
    public string? Place { get; init; }
    public string? SourceUrl { get; init; }
    public string? Description { get; init; }
    public EvidenceFile? File { get; init; }
    public bool IsPublic { get; init; }
    public bool IsCostly { get; init; }
    public bool FromLinkedSource { get; init; }
    public bool OriginalSeen { get; init; }
    public bool IsGraphic { get; init; }

    /// <summary>The file is a capture of a page or a screen at <see cref="SourceUrl"/>; null where it is none, or nobody said so.</summary>
    public CaptureMethod? HowCaptured { get; init; }
    public DateTimeOffset? CapturedAt { get; init; }
    public string? ArchivedUrl { get; init; }

    /// <inheritdoc cref="EvidenceItem.Language"/>
    public string? Language { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (string.IsNullOrWhiteSpace(Title))
        {
            yield return new Blocker("title-missing", "Say in a few words what it is.");
        }

        if (!file.IsAllowed(ConsentPurpose.Store, context.Now))
        {
            yield return new Blocker("consent-to-store-missing", "Evidence is taken only after consent to keep it.");
        }

        if (ClaimedOn is { } day && day.Earliest > context.Today)
        {
            yield return new Blocker("date-in-future", "The date lies in the future.");
        }

        if (Language is { } language && !RecordEvidenceLanguage.IsKnown(language))
        {
            yield return new Blocker("language-unknown", "Choose the language from the list.");
        }

        if (SourceUrl is { Length: > 0 } url && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            yield return new Blocker("link-unreadable", "The link must begin with http:// or https://.");
        }

        foreach (var blocker in HowCaptured is { } method ? CaptureRules.Check(Stated(string.Empty, method), File, context).Where(b => b.Code != "link-unreadable") : AgainstUnsaid())
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var item = new EvidenceItem(string.Empty, Type, Title.Trim(), ClaimedOn, Origin, IsPublic, IsCostly)
        {
            Place = Place,
            SourceUrl = string.IsNullOrWhiteSpace(SourceUrl) ? null : SourceUrl.Trim(),
            Description = Description,
            File = File,
            FromLinkedSource = FromLinkedSource,
            OriginalSeen = OriginalSeen,
            IsGraphic = IsGraphic,
            Language = Language,
        };
        var told = context.Actor.Role == Role.Applicant ? [new Told(Role.EvidenceCustodian, "evidence-received")] : System.Collections.Immutable.ImmutableList<Told>.Empty;
        var evidence = file.Evidence.Add(context, item, context.Actor.Role == Role.Applicant ? "applicant" : Origin);
        if (HowCaptured is { } method)
        {
            evidence = evidence with { Captures = evidence.Captures.Add(context.Record(Stated(evidence.Items[^1].Value.Label, method), "capture")) };
        }

        return new(file with { Evidence = evidence }) { Told = told, Work = File is null ? [] : [new WorkRequest(WorkKind.ExamineFile, evidence.Items[^1].Value.Label)] };
    }

    private StatedCapture Stated(string label, CaptureMethod method) => new(label, method, StateCapture.Clean(SourceUrl), CapturedAt?.ToUniversalTime(), StateCapture.Clean(ArchivedUrl));

    private IEnumerable<Blocker> AgainstUnsaid()
    {
        if (CapturedAt is not null || !string.IsNullOrWhiteSpace(ArchivedUrl))
        {
            yield return new Blocker("capture-method-missing", "Say how it was captured.");
        }
    }
}

/// <summary>Reliability of the source and credibility of the content, each set by a person. Corroboration follows from the supports; a person may lower it, never raise it.</summary>
[ActKind("grade-evidence", Compartment.Evidence, Role.Screener, Role.EvidenceCustodian)]
public sealed record GradeEvidence(string Item, Reliability Reliability, int Credibility, string HowVerified) : Act
{
    public PartialDate? VerifiedOn { get; init; }

    /// <summary>Set lower than computed, with the reason.</summary>
    public Corroboration? LowerTo { get; init; }
    public string? WhyLower { get; init; }

    /// <summary>Only in acts from before corroboration was computed; refused since.</summary>
    [OnlyInOldActs]
    public Corroboration? Corroboration { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Evidence.Find(Item) is not { } item)
        {
            yield return new Blocker("evidence-unknown", $"There is no evidence item {Item}.");
            yield break;
        }

        if (Credibility is < 1 or > 6)
        {
            yield return new Blocker("credibility-out-of-range", "Credibility goes from 1 (confirmed) to 6 (cannot be judged).");
        }
        else
        {
            foreach (var blocker in Worksheet.Of(file.Evidence, item).Against(Credibility))
            {
                yield return blocker;
            }
        }

        if (string.IsNullOrWhiteSpace(HowVerified))
        {
            yield return new Blocker("verification-missing", "Say how it was checked, so that an official can follow it.");
        }

        if (Corroboration is not null)
        {
            yield return new Blocker("corroboration-is-computed", "Corroboration follows from the supports of the item. Name what bears it out, or what contradicts it.");
        }

        var computed = CorroborationRule.Of(file.Evidence, item).Level;
        if (LowerTo is { } lower && (computed == AntiWarActivity.Corroboration.KX || lower >= computed))
        {
            yield return new Blocker("corroboration-not-lower", $"The supports give {computed}. It can only be set lower than that; a contradiction is named as one.");
        }

        if (LowerTo is not null && string.IsNullOrWhiteSpace(WhyLower))
        {
            yield return new Blocker("reason-missing", "Say why it is lower than the supports give.");
        }

        if (file.Position.Finished)
        {
            yield return new Blocker("gate-is-not-open", $"The case is {file.Position.State}.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var grade = new EvidenceGrade(Item, Reliability, Credibility, Corroboration ?? CorroborationRule.Of(file.Evidence, file.Evidence.Find(Item)!).Level, HowVerified.Trim(), VerifiedOn)
        {
            IsComputed = Corroboration is null ? true : null,
            LoweredTo = LowerTo,
            WhyLowered = LowerTo is null ? null : WhyLower!.Trim(),
        };
        return new(file with { Evidence = file.Evidence with { Grades = file.Evidence.Grades.Add(context.Record(grade, "worksheet", Confidence.Confirmed)) } });
    }
}
