using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Domain.Translations;

/// <summary>Gives one stretch of one thing to one translator.</summary>
[ActKind("order-translation", Compartment.Evidence, Role.Screener, Role.EvidenceCustodian, Role.DossierOfficer)]
public sealed record OrderTranslation(TranslationSource Source, string From, string To, Guid Translator, DateOnly DueOn) : Act
{
    /// <inheritdoc cref="TranslationOrder.Text"/>
    public string? Text { get; init; }
    public bool WithPicture { get; init; }

    /// <summary>For the translator, who knows nothing of the case and shall not: nothing about the person.</summary>
    public string? Instructions { get; init; }

    /// <summary>Interpreters of the interview of whom whoever orders confirms that the translator is another person.</summary>
    public ImmutableList<string>? NoneOf { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!TranslationRules.MayHandle(context.Actor.Role, Source.Kind))
        {
            return [new Blocker("source-unknown", $"There is nothing of that kind to translate.")];
        }

        var about = Source.Kind == TranslationSourceKind.Item ? AboutItem(file) : AboutWords(file);
        return about.Concat(AboutOrder(file, context)).Concat(AboutTranslator(file, context));
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var order = new TranslationOrder(TranslationJob.NumberFrom(context.ActId), Source, TranslationRules.SourceHash(file, Source)!, From, To, Translator, DueOn)
        {
            Text = string.IsNullOrWhiteSpace(Text) ? null : Lines(Text),
            WithPicture = WithPicture,
            Instructions = string.IsNullOrWhiteSpace(Instructions) ? null : Instructions.Trim(),
            NoneOf = InterviewInterpreters.Of(file.Interview) is { Count: > 0 } interpreters ? interpreters : null,
        };
        return new(TranslationBooks.With(file, Source.Kind, b => b with { Orders = b.Orders.Add(context.Record(order, "staff", Confidence.Confirmed)) })) { Mailed = [Translator] };
    }

    /// <summary>One kind of line end, so that a stretch is found in its whole.</summary>
    public static string Lines(string text) => text.ReplaceLineEndings("\n").Trim();

    private IEnumerable<Blocker> AboutItem(CaseFile file)
    {
        if (file.Evidence.Find(Source.Subject) is not { } item)
        {
            yield return new Blocker("source-unknown", $"There is no item {Source.Subject}.");
            yield break;
        }

        if (FileRules.Standing(file.Evidence, item) is { } standing and not (FileStanding.Clean or FileStanding.LetThrough))
        {
            yield return standing == FileStanding.Quarantined
                ? new Blocker("file-in-quarantine", $"The file of {item.Label} is in quarantine; nothing of it is given to anybody.")
                : new Blocker("file-not-examined", $"The file of {item.Label} is not examined yet. Its page has the button for it.");
        }
        else if (WithPicture && FileRules.PictureOf(file.Evidence, item) is null)
        {
            yield return new Blocker("picture-missing", $"{item.Label} has no working copy that is a picture. Give the text to be translated.");
        }
    }

    private IEnumerable<Blocker> AboutWords(CaseFile file)
    {
        if (TranslationRules.WordsOf(file, Source.Kind, Source.Subject) is not { } said)
        {
            yield return new Blocker("source-unknown", $"There are no words of the person under {Source.Subject} that may be given to a translator.");
        }
        else if (Text is null || !Lines(said.Text).Contains(Lines(Text), StringComparison.Ordinal))
        {
            yield return new Blocker("text-differs", $"The text must stand in the record exactly so: choose whole paragraphs, or all of it.");
        }
        else if (Source.Kind == TranslationSourceKind.Statement && said.Language != From)
        {
            yield return new Blocker("language-differs", $"The record names another language for this statement.");
        }
    }

    private IEnumerable<Blocker> AboutOrder(CaseFile file, ActContext context)
    {
        if (string.IsNullOrWhiteSpace(Text) && !WithPicture)
        {
            yield return new Blocker("text-missing", $"Give the text to be translated, or a picture.");
        }

        if (Text?.Length > TranslationRules.MaxText || Instructions?.Length > TranslationRules.MaxWords || Source.Part.Length > TranslationSource.LongestPart)
        {
            yield return new Blocker("text-too-long", $"One order holds at most {TranslationRules.MaxText} signs of text, {TranslationRules.MaxWords} of instructions and {TranslationSource.LongestPart} for the pages. Order it in parts.");
        }

        if (!TranslationRules.Languages.Contains(From) || !context.Programme.DossierLanguages.Contains(To) || From == To)
        {
            yield return new Blocker("languages-wrong", $"Choose the language of the original and another one, in which this programme takes dossiers: {string.Join(", ", context.Programme.DossierLanguages)}.");
        }

        if (DueOn < context.Today || DueOn > context.Today.AddYears(1))
        {
            yield return new Blocker("due-day-wrong", $"The day lies in the past, or more than a year ahead.");
        }

        if (!file.IsAllowed(ConsentPurpose.Store, context.Now))
        {
            yield return new Blocker("consent-to-store-missing", $"He no longer allows us to keep his data; nothing of it is given to anybody.");
        }

        if (TranslationRules.Current(file).FirstOrDefault(j => j.Order.Source == Source && j.Order.To == To && (j.IsOpen || (j.Accepted is not null && !TranslationRules.IsStale(file, j)))) is { } same)
        {
            yield return new Blocker("ordered-already", $"The same is ordered or translated already: {same.Number}. Withdraw that first.");
        }
    }

    private IEnumerable<Blocker> AboutTranslator(CaseFile file, ActContext context)
    {
        if (Translator == context.Actor.Id || file.Assignments.Exists(a => a.StaffId == Translator))
        {
            yield return new Blocker("translator-is-on-the-case", $"Who works on the case does not translate for it, nor does the interpreter of its interview. Choose somebody else.");
        }

        if (TranslationBooks.HasTie(file, Translator))
        {
            yield return new Blocker("conflict-of-interest", $"This person declared a conflict of interest on this case.");
        }

        foreach (var blocker in InterviewInterpreters.Against(InterviewInterpreters.NotRuledOut(file, [NoneOf])))
        {
            yield return blocker;
        }
    }
}

/// <summary>The second reading: another person holds original and translation beside each other.</summary>
/// <param name="Version">Which delivery was read.</param>
[ActKind("read-translation", Compartment.Evidence, Role.Screener, Role.EvidenceCustodian, Role.DossierOfficer, Role.Coordinator)]
public sealed record ReadTranslation(string Job, int Version, bool Accepts) : Act
{
    /// <summary>What is to be looked at again; the translator reads it.</summary>
    public string? Remarks { get; init; }

    /// <summary>Interpreters who were not ruled out when it was ordered, of whom the second reader confirms that the translator is another person.</summary>
    public ImmutableList<string>? NoneOf { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (TranslationBooks.Handled(file, context, Job) is not { } job)
        {
            yield return TranslationBooks.Unknown(Job);
            yield break;
        }

        if (job.Standing != TranslationStanding.Delivered || job.Latest!.Version != Version)
        {
            yield return new Blocker("translation-not-delivered", $"This version does not wait for a second reading any more. Open the page again.");
        }

        // He may hold another role by now.
        if (job.Order.Translator == context.Actor.Id)
        {
            yield return new Blocker("second-person-must-differ", $"You translated this; another person must read it.");
        }

        if (TranslationBooks.HasTie(file, job.Order.Translator))
        {
            yield return new Blocker("conflict-of-interest", $"Who translated this declared a tie to the person. Withdraw it and order it from somebody else.");
        }

        if (!Accepts && string.IsNullOrWhiteSpace(Remarks))
        {
            yield return new Blocker("remarks-missing", $"Say what the translator must look at again.");
        }

        if (Accepts && TranslationRules.IsStale(file, job))
        {
            yield return new Blocker("translation-is-stale", $"What was translated has changed since. Withdraw this and order it anew.");
        }

        if (Accepts)
        {
            foreach (var blocker in InterviewInterpreters.Against(InterviewInterpreters.NotRuledOut(file, InterviewInterpreters.RuledOut(job).Append(NoneOf))))
            {
                yield return blocker;
            }
        }

        if (Remarks?.Length > TranslationRules.MaxWords)
        {
            yield return new Blocker("text-too-long", $"The remarks are longer than {TranslationRules.MaxWords} signs.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var job = TranslationRules.Find(file, Job)!;
        var newly = Accepts && InterviewInterpreters.NotRuledOut(file, InterviewInterpreters.RuledOut(job)) is { Count: > 0 } open ? open : null;
        var step = new TranslationStep(Job, Accepts ? TranslationStepKind.Accepted : TranslationStepKind.SentBack) { Version = Version, Words = string.IsNullOrWhiteSpace(Remarks) ? null : Remarks.Trim(), NoneOf = newly };
        return new(TranslationBooks.Add(file, context, job, step)) { Mailed = [job.Order.Translator] };
    }
}

/// <summary>The translation is not needed any more, or must be made anew. The translator loses sight of it with the same act.</summary>
[ActKind("withdraw-translation", Compartment.Evidence, Role.Screener, Role.EvidenceCustodian, Role.DossierOfficer)]
public sealed record WithdrawTranslation(string Job, string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (TranslationBooks.Handled(file, context, Job) is not { Standing: not TranslationStanding.Withdrawn })
        {
            yield return TranslationBooks.Unknown(Job);
        }

        if (string.IsNullOrWhiteSpace(Reason) || Reason.Length > TranslationRules.MaxWords)
        {
            yield return new Blocker("reason-missing", $"Say in a sentence why it is withdrawn.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var job = TranslationRules.Find(file, Job)!;
        return new(TranslationBooks.Add(file, context, job, new TranslationStep(Job, TranslationStepKind.Withdrawn) { Words = Reason.Trim() })) { Mailed = job.IsOpen ? [job.Order.Translator] : [] };
    }
}

/// <summary>Says in which language an item is; the latest word counts.</summary>
/// <param name="Language">One of <see cref="TranslationRules.Languages"/>, or "zxx" for what has no words.</param>
[ActKind("record-evidence-language", Compartment.Evidence, Role.Screener, Role.EvidenceCustodian)]
public sealed record RecordEvidenceLanguage(string Item, string Language) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Evidence.Find(Item) is null)
        {
            yield return new Blocker("evidence-unknown", $"There is no item {Item}.");
        }

        if (!IsKnown(Language))
        {
            yield return new Blocker("language-unknown", $"Choose the language from the list.");
        }
    }

    public static bool IsKnown(string language) => language == TranslationRules.NoLanguage || TranslationRules.Languages.Contains(language);

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Evidence = file.Evidence with { Languages = (file.Evidence.Languages ?? []).Add(context.Record(new ItemLanguage(Item, Language), "staff", Confidence.Confirmed)) } });
}
