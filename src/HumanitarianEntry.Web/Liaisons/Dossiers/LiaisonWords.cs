using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Notices.Labelling;

namespace HumanitarianEntry.Web.Liaisons.Dossiers;

/// <summary>The few words about progress that a post reads, and what they allow.</summary>
public static class LiaisonWords
{
    private static string Locale => Shared.Texts.StaffWords.Language;

    /// <summary>States in which a copy may be opened: it is with the post and nobody asked for it back.</summary>
    private static readonly CaseState[] WithPost =
    [
        CaseState.Submitted, CaseState.InfoRequested, CaseState.ReviewOrAppeal, CaseState.TravelDocument, CaseState.TravelHold, CaseState.Travelling, CaseState.Arrived,
    ];

    public static Label Of(Labels labels, CaseState state) =>
        labels.ForState(Locale, LabelAudience.Liaison, state.ToString()) ?? throw new InvalidOperationException($"The state {state} has no word for a post.");

    public static bool IsWithPost(Labels labels, CaseState state) => Of(labels, state) != labels.ForLiaisonStatus(Locale, "NotWithYou");

    /// <summary>States in which an urgent page is not with the post any more: it was asked back, or there is no case.</summary>
    private static readonly CaseState[] Ended = [CaseState.Withdrawn, CaseState.Closed, CaseState.Sealed];

    public static bool MayOpenCopy(CaseState state) => WithPost.Contains(state);

    /// <summary>An urgent page was handed over while the case itself was elsewhere.</summary>
    public static bool MayOpenUrgent(CaseState state) => !Ended.Contains(state);

    /// <param name="isWithPost">The dossier is with the reader's post, and not with another one of the case.</param>
    public static bool MayOpen(Domain.Dossiers.DossierVersion version, CaseState state, bool isWithPost) =>
        (isWithPost && MayOpenCopy(state)) || (version.Kind == Domain.Dossiers.DossierKind.Urgent && MayOpenUrgent(state));

    /// <summary>What a post that was handed something reads while the dossier is with another one, or with none.</summary>
    public static Label Elsewhere(Labels labels) => new(labels.ForLiaisonStatus(Locale, "NotWithYou").Text, S("The dossier is not with your post now. What was handed to you is listed here."));
}
