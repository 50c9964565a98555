using System.Collections.Frozen;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.Domain.Travel;

namespace HumanitarianEntry.Casework.Acts;

/// <summary>What holds for all acts besides their own checks.</summary>
internal static class ActRules
{
    private static readonly FrozenSet<string> Reminders =
        new[] { typeof(TellClockMark), typeof(RemindPaperExpiry), typeof(RemindStayEnd), typeof(RemindTranslation), typeof(RemindReview) }.Select(act => ActCatalogue.RuleOf(act).Kind).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Facts are added and never collide; decisions must be taken on what the person saw.</summary>
    public static bool DecidesOnWhatWasSeen(Act act) => act is DecideGate or ProposeDecision or SecondDecision or RecordStateDecision or RequestInformation;

    /// <summary>The gates that rest on a name screening are decided against the lists in force.</summary>
    public static bool MayRestOnScreening(Act act) => act is DecideGate or ProposeDecision or SecondDecision or Domain.Dossiers.MakeUrgentDossier or Domain.Dossiers.ReleaseUrgentDossier or Domain.Dossiers.HandOverUrgentDossier;

    /// <summary>A reminder adds nothing that a decision could rest on: a form that is open meanwhile stays good.</summary>
    public static bool OnlyReminds(string actKind) => Reminders.Contains(actKind);

    /// <summary>The definition owns the order of gates, the state table owns which moves the handbook knows; when they disagree nothing is stored.</summary>
    /// <exception cref="RunRefusedException">The definition made a move that the state table does not know.</exception>
    public static void DemandLegalMove(Position from, Position to)
    {
        if (!StateTable.IsLegal(from.State, to.State))
        {
            throw new RunRefusedException($"The programme moves a case from {from.State} to {to.State}, which no rule knows.");
        }
    }
}
