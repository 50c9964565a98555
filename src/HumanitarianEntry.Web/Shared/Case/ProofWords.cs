using HumanitarianEntry.Domain.Identity;

namespace HumanitarianEntry.Web.Shared.Case;

/// <summary>What proves an identity, in words.</summary>
public static class ProofWords
{
    public static string Of(Proof proof) => proof switch
    {
        Proof.PhotoPaperInOriginal => S("An official paper with a photo, seen in original"),
        Proof.PhotoComparedByTwo => S("Its photo, compared by two people who see the same face"),
        Proof.Paper => S("A paper, at least as a copy"),
        Proof.SecondPaper => S("A second paper"),
        Proof.LiveVideo => S("Seen in live video"),
        Proof.TwoIndependentWitnesses => S("Two people who attest and do not depend on each other"),
    };

    public static string Of(ProofDoubt doubt) => doubt switch
    {
        ProofDoubt.AnotherFaceFound => S("Somebody found another person’s face on a paper. Have two others compare it, or decide ‘doubt’."),
        ProofDoubt.KnowledgeContradicted => S("What the person knows of his own life contradicts something. Say in the grade what you make of it, or decide ‘doubt’."),
    };

    public static string Of(KnowledgeTopic topic) => topic switch
    {
        KnowledgeTopic.HomeTown => S("Home town: streets, transport, what changed"),
        KnowledgeTopic.School => S("School: number, teachers, the way there"),
        KnowledgeTopic.Family => S("Family: names, dates, work"),
        KnowledgeTopic.Work => S("Work before the army"),
        KnowledgeTopic.DraftOffice => S("Draft office: where, who, which day"),
        KnowledgeTopic.Training => S("Training: place, how long, with whom"),
        KnowledgeTopic.UnitAndBase => S("Unit and base: number, gate, barracks"),
        KnowledgeTopic.Commanders => S("Commanders: ranks, names, habits"),
        KnowledgeTopic.WhereThePapersCameFrom => S("Where the papers came from: office, queue, fee"),
    };

    public static string Of(KnowledgeResult result) => result switch
    {
        KnowledgeResult.Fits => S("Fits what can be checked"),
        KnowledgeResult.NotChecked => S("Answered, cannot be checked"),
        KnowledgeResult.DoesNotKnow => S("Does not know"),
        KnowledgeResult.Contradicts => S("Contradicts what is known"),
    };

    public static string Of(Recognition recognition) => recognition switch
    {
        Recognition.Yes => S("takes it"),
        Recognition.No => S("does not take it"),
        Recognition.CaseByCase => S("decides case by case"),
    };

    /// <summary>"Germany takes it".</summary>
    public static string Of(string state, Recognition recognition) => recognition switch
    {
        Recognition.Yes => S($"{state} takes it"),
        Recognition.No => S($"{state} does not take it"),
        Recognition.CaseByCase => S($"{state} decides case by case"),
    };
}
