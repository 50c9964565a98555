namespace HumanitarianEntry.Dossiers.Composing;

/// <content>What the vetting came to, by whom, and how far it goes.</content>
public sealed partial record FactTexts
{
    public required string MethodNames { get; init; }

    public required string MethodUnits { get; init; }

    public required string MethodOpenSources { get; init; }

    public required string CheckAdverse { get; init; }

    public required string CheckPersecutor { get; init; }

    public required string ResultNone { get; init; }

    public required string ResultNoneWhy { get; init; }

    public required string ResultSame { get; init; }

    public required string ResultSameWhy { get; init; }

    public required string ResultOpen { get; init; }

    public required string ResultOpenWhy { get; init; }

    public required string ResultPersecutionWhy { get; init; }

    public required string Namesake { get; init; }

    public required string NoOverlapResult { get; init; }

    public required string UnitAnalysis { get; init; }

    public required string ExclusionTrigger { get; init; }

    public required string SubjectIncident { get; init; }

    public required string SubjectList { get; init; }

    public required string SubjectInterview { get; init; }

    public required string ElementAct { get; init; }

    public required string ElementContribution { get; init; }

    public required string ElementIntent { get; init; }

    public required string ElementDefences { get; init; }

    public required string ElementProportionality { get; init; }

    public required string ElementConclusion { get; init; }

    public required string ElementWhen { get; init; }

    public required string ElementWhere { get; init; }

    public required string ElementSources { get; init; }

    public required string ElementExpiation { get; init; }

    public required string ElementStandard { get; init; }

    public required string ElementModes { get; init; }

    /// <summary>{0} finding, {1} words.</summary>
    public required string ElementAnswer { get; init; }

    /// <summary>{0} what was examined, {1} conclusion, {2} reason.</summary>
    public required string AssessmentDissent { get; init; }

    public required string ExclusionNotNeeded { get; init; }

    public required IReadOnlyList<string> Limits { get; init; }

    public required string LimitPending { get; init; }

    public required string LimitFailed { get; init; }

    public required string ActFirst { get; init; }

    public required string ActSecond { get; init; }

    public required string ActThird { get; init; }

    public required string FunctionFirst { get; init; }

    public required string FunctionSecond { get; init; }

    public required string FunctionThird { get; init; }

    public required string Organisation { get; init; }

    /// <summary>{0} day.</summary>
    public required string SecondReview { get; init; }

    /// <summary>{0} day, {1} how many of the three came to the result.</summary>
    public required string Panel { get; init; }

    public required string Dissent { get; init; }
}
