namespace HumanitarianEntry.Dossiers.Composing;

/// <summary>Words and sentences that recorded facts become in the dossier: where a fact is a choice or a number, the sentence is ours and stands here. Numbers in braces are filled in.</summary>
public sealed partial record FactTexts
{
    /// <summary>Stands for every programme that is not named.</summary>
    public const string OtherProgramme = "other";

    /// <summary>Words for closed choices, by "type.value" in kebab case; countries, nationalities and languages by their code.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    public required string NotEstablished { get; init; }

    public required string None { get; init; }

    /// <summary>Between things that are counted up in one line.</summary>
    public required string Between { get; init; }

    public required string Classification { get; init; }

    public required string CopyMark { get; init; }

    public required string DraftMark { get; init; }

    /// <summary>Recipients in the language of the dossier, by their function as the programme writes it; others are written as the programme has them.</summary>
    public required IReadOnlyDictionary<string, string> Recipients { get; init; }

    public required string SubmissionContact { get; init; }

    public required string FirstVersion { get; init; }

    /// <summary>For requests of which it was not kept what they were made from.</summary>
    public required string LaterVersion { get; init; }

    /// <summary>{0} version before, {1} sections.</summary>
    public required string VersionChanged { get; init; }

    /// <summary>{0} version before.</summary>
    public required string VersionUnchanged { get; init; }

    /// <summary>{0} version before.</summary>
    public required string VersionOtherLanguage { get; init; }

    public required string VersionOtherProfile { get; init; }

    /// <summary>{0} day.</summary>
    public required string VersionReconfirmed { get; init; }

    public required string Who { get; init; }

    /// <summary>By programme; <see cref="OtherProgramme"/> for those that have no sentence of their own.</summary>
    public required IReadOnlyDictionary<string, string> EntryAsked { get; init; }

    /// <summary>By programme.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> LegalBases { get; init; }

    public required string Urgency { get; init; }

    public required string UrgencyStay { get; init; }

    public required string Recommended { get; init; }

    public required string NotRecommended { get; init; }

    public required string Criterion { get; init; }

    /// <summary>{0} result, {1} finding.</summary>
    public required string CriterionResult { get; init; }

    public required string Condition { get; init; }

    public required string PriorityUnexplained { get; init; }

    public required string Removed { get; init; }

    public required string SpellingStated { get; init; }

    public required string SpellingFound { get; init; }

    public required string ValidUntil { get; init; }

    public required string ValidityUnknown { get; init; }

    public required string HeldElsewhere { get; init; }

    public required string FamilyRecorded { get; init; }

    public required string Relatives { get; init; }

    public required string WithheldCountry { get; init; }

    /// <summary>{0} number, {1} relation.</summary>
    public required string RelativeNumbered { get; init; }

    /// <summary>{0} number; stands in the place of a relative's name.</summary>
    public required string RelativePseudonym { get; init; }

    /// <summary>{0} letter; stands in the place of a witness's name.</summary>
    public required string WitnessPseudonym { get; init; }

    public required string ObstacleFinding { get; init; }

    public required string Arrival { get; init; }

    public required string ProcedureRecorded { get; init; }

    public required string SecurityRecorded { get; init; }

    /// <summary>By basis of service.</summary>
    public required IReadOnlyDictionary<string, string> EntryIntoService { get; init; }

    public required string InterviewSays { get; init; }

    public required string Voluntary { get; init; }

    public required string NotVoluntary { get; init; }

    public required string VoluntarinessOpen { get; init; }

    /// <summary>{0} how.</summary>
    public required string VoluntarinessEntered { get; init; }

    /// <summary>{0} how, {1} since when.</summary>
    public required string VoluntarinessEnteredSince { get; init; }

    /// <summary>{0} what, {1} words.</summary>
    public required string VoluntarinessPart { get; init; }

    public required string StoryQuoted { get; init; }

    public required string StatementOf { get; init; }

    public required string NotTranslated { get; init; }

    public required string NoTranslator { get; init; }

    public required string BodyUnknown { get; init; }

    public required string ToldAtInterview { get; init; }

    public required string Wanted { get; init; }

    public required string ListEntry { get; init; }

    public required string IdentityConfirmed { get; init; }

    public required string IdentityOpen { get; init; }

    public required string Engagement { get; init; }

    public required string Undated { get; init; }

    public required string Ungraded { get; init; }

    public required string Contradicted { get; init; }

    /// <summary>{0} number, {1} kind, {2} date, {3} what was seen.</summary>
    public required string ContraryAct { get; init; }

    /// <summary>Added where the person named it.</summary>
    public required string ContraryDisclosed { get; init; }

    /// <summary>{0} what the person says to it.</summary>
    public required string ContraryAnswer { get; init; }

    /// <summary>{0} and {1} days, {2} whole months.</summary>
    public required string Silence { get; init; }

    /// <summary>{0} whole months.</summary>
    public required string Months { get; init; }

    public required string Protected { get; init; }

    public required string ProtectedCheck { get; init; }

    public required string RiskProsecution { get; init; }

    public required string RiskPublic { get; init; }

    public required string RiskService { get; init; }

    public required string RiskStay { get; init; }

    public required string RiskWanted { get; init; }

    public required string ReceptionContact { get; init; }

    /// <summary>{0} day, {1} what was said.</summary>
    public required string EarlierSaid { get; init; }

    /// <summary>{0} version that was handed over.</summary>
    public required string EarlierKind { get; init; }

    /// <summary>{0} instrument, {1} reason.</summary>
    public required string EarlierRemark { get; init; }

    public required string Declaration { get; init; }

    public required string OwnOrganisation { get; init; }

    public required string SignApplicant { get; init; }

    public required string SignApplicantText { get; init; }

    public required string SignInterviewer { get; init; }

    public required string SignInterviewerText { get; init; }

    public required string SignInterpreter { get; init; }

    public required string SignInterpreterText { get; init; }

    public required string LanguageUnknown { get; init; }

    public required LawTexts Law { get; init; }

    public required TranslationTexts Translations { get; init; }
}
