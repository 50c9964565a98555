using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Translations;

/// <summary>The translator takes the job; from then on he reads the text.</summary>
[ActKind("take-translation", Compartment.Evidence, Role.Translator, NeedsAssignment = false)]
public sealed record TakeTranslation(string Job) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (TranslationBooks.Own(file, context, Job) is not { Standing: TranslationStanding.Ordered })
        {
            yield return TranslationBooks.Unknown(Job);
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(TranslationBooks.Add(file, context, TranslationRules.Find(file, Job)!, new TranslationStep(Job, TranslationStepKind.Taken)));
}

/// <summary>He does not translate it, or not any more. With a conflict of interest he gets nothing of this case again, not even under another number.</summary>
[ActKind("decline-translation", Compartment.Evidence, Role.Translator, NeedsAssignment = false)]
public sealed record DeclineTranslation(string Job, DeclineReason Reason) : Act
{
    public const string Topic = "translation-declined";

    public ConflictKind? Conflict { get; init; }
    public string? Words { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        // What is delivered is done; but somebody may find only then that he knows whose words they are.
        if (TranslationBooks.Own(file, context, Job) is not { IsOpen: true } job || (job.Standing == TranslationStanding.Delivered && Reason != DeclineReason.Conflict))
        {
            yield return TranslationBooks.Unknown(Job);
        }

        if ((Reason == DeclineReason.Conflict) != Conflict is not null)
        {
            yield return new Blocker("conflict-kind-missing", $"Say what ties you to the person; leave it empty when nothing does.");
        }

        if (Reason == DeclineReason.Conflict && string.IsNullOrWhiteSpace(Words))
        {
            yield return new Blocker("reason-missing", $"Say in a sentence what the conflict is. Only coordinators read it.");
        }

        if (Words?.Length > DeclareConflict.MaxReason)
        {
            yield return new Blocker("text-too-long", $"The reason is longer than {DeclareConflict.MaxReason} signs.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var job = TranslationRules.Find(file, Job)!;
        var words = string.IsNullOrWhiteSpace(Words) ? null : Words.Trim();
        // What ties him to the person is for coordinators, who keep it with the decisions.
        var step = new TranslationStep(Job, TranslationStepKind.Declined) { Declined = Reason, Words = Conflict is null ? words : null };
        var after = TranslationBooks.Add(file, context, job, step);
        if (Conflict is { } kind)
        {
            var declared = context.Record(new ConflictOfInterest(context.Actor.Id, kind, words!), "staff", Confidence.Confirmed);
            after = after with { Dossier = after.Dossier with { Conflicts = after.Dossier.Conflicts.Add(declared) } };
            after = TranslationBooks.CloseOpen(after, context, context.Actor.Id, other => new TranslationStep(other.Number, TranslationStepKind.Declined) { Declined = Reason });
        }

        return new(after)
        {
            Told = [new Told(job.Ordered.Provenance.Role, Topic), .. Conflict is null ? Array.Empty<Told>() : [new Told(Role.Coordinator, DeclareConflict.Topic)]],
        };
    }
}

/// <summary>Hands the translation over, with its certificate. Never edited: another delivery is another version.</summary>
/// <param name="Certifies">"This is a faithful and complete translation of what I was given."</param>
[ActKind("deliver-translation", Compartment.Evidence, Role.Translator, NeedsAssignment = false)]
public sealed record DeliverTranslation(string Job, string Text, TranslatorQualification Qualification, bool Certifies) : Act
{
    public const string Topic = "translation-delivered";

    public string? Transcript { get; init; }
    public TranslatorNotes? Notes { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (TranslationBooks.Own(file, context, Job) is not { Standing: TranslationStanding.Taken or TranslationStanding.SentBack } job)
        {
            yield return TranslationBooks.Unknown(Job);
            yield break;
        }

        if (string.IsNullOrWhiteSpace(Text))
        {
            yield return new Blocker("text-missing", $"Write the translation first.");
        }

        if (job.Order.Text is null && string.IsNullOrWhiteSpace(Transcript))
        {
            yield return new Blocker("transcript-missing", $"Write down the original as you read it in the picture: it is shown beside the translation.");
        }

        if (Text.Length > TranslationRules.MaxText || Transcript?.Length > TranslationRules.MaxText || Notes?.All.Any(n => n.Length > TranslationRules.MaxWords) == true)
        {
            yield return new Blocker("text-too-long", $"A text is longer than {TranslationRules.MaxText} signs, or a note longer than {TranslationRules.MaxWords}.");
        }

        if (!Certifies)
        {
            yield return new Blocker("certificate-missing", $"A translation is delivered with its certificate: confirm that it is faithful and complete.");
        }

        if (job.Latest is { } last && TranslationRules.HashOf(last) == TranslationRules.HashOf(Delivery(job)))
        {
            yield return new Blocker("delivered-already", $"This is the version that was sent back, unchanged.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var job = TranslationRules.Find(file, Job)!;
        return new(TranslationBooks.Add(file, context, job, new TranslationStep(Job, TranslationStepKind.Delivered) { Delivery = Delivery(job) }))
        {
            Told = [new Told(job.Ordered.Provenance.Role, Topic)],
        };
    }

    private TranslationDelivery Delivery(TranslationJob job) => new((job.Latest?.Version ?? 0) + 1, OrderTranslation.Lines(Text), Qualification)
    {
        Transcript = job.Order.Text is not null || string.IsNullOrWhiteSpace(Transcript) ? null : OrderTranslation.Lines(Transcript),
        Notes = Notes is null || Notes.All.All(string.IsNullOrWhiteSpace) ? null : Notes,
    };
}
