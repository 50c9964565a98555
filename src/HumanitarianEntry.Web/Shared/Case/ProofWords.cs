using HumanitarianEntry.Domain.Identity;

namespace HumanitarianEntry.Web.Shared.Case;

/// <summary>What proves an identity, in words.</summary>
public static class ProofWords
{
    public static string Of(Proof proof) => proof switch
    {
        Proof.PhotoPaperInOriginal => "An official paper with a photo, seen in original",
        Proof.PhotoComparedByTwo => "Its photo, compared by two people who see the same face",
        Proof.Paper => "A paper, at least as a copy",
        Proof.SecondPaper => "A second paper",
        Proof.LiveVideo => "Seen in live video",
        Proof.TwoIndependentWitnesses => "Two people who attest and do not depend on each other",
    };

    public static string Of(ProofDoubt doubt) => doubt switch
    {
        ProofDoubt.AnotherFaceFound => "Somebody found another person’s face on a paper. Have two others compare it, or decide ‘doubt’.",
        ProofDoubt.KnowledgeContradicted => "What the person knows of his own life contradicts something. Say in the grade what you make of it, or decide ‘doubt’.",
    };

    public static string Of(KnowledgeTopic topic) => topic switch
    {
        KnowledgeTopic.HomeTown => "Home town: streets, transport, what changed",
        KnowledgeTopic.School => "School: number, teachers, the way there",
        KnowledgeTopic.Family => "Family: names, dates, work",
        KnowledgeTopic.Work => "Work before the army",
        KnowledgeTopic.DraftOffice => "Draft office: where, who, which day",
        KnowledgeTopic.Training => "Training: place, how long, with whom",
        KnowledgeTopic.UnitAndBase => "Unit and base: number, gate, barracks",
        KnowledgeTopic.Commanders => "Commanders: ranks, names, habits",
        KnowledgeTopic.WhereThePapersCameFrom => "Where the papers came from: office, queue, fee",
    };

    public static string Of(KnowledgeResult result) => result switch
    {
        KnowledgeResult.Fits => "Fits what can be checked",
        KnowledgeResult.NotChecked => "Answered, cannot be checked",
        KnowledgeResult.DoesNotKnow => "Does not know",
        KnowledgeResult.Contradicts => "Contradicts what is known",
    };

    public static string Of(Recognition recognition) => recognition switch
    {
        Recognition.Yes => "takes it",
        Recognition.No => "does not take it",
        Recognition.CaseByCase => "decides case by case",
    };
}
