using System.Collections.Frozen;
using HumanitarianEntry.Casework.Announcements;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Notices.Inside;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Shared.Desk;

/// <summary>One notice as it is read.</summary>
/// <param name="MayOpen">The reader is on the case; what he was told while he was not, or after, has no page to go to.</param>
public sealed record NoticeLine(string Reference, string Text, DateTimeOffset At, bool IsUnread, bool MayOpen);

/// <summary>The words of inside notices for staff: the inside texts where a gate speaks, sentences of this file for what no gate tells.</summary>
public static class NoticeWords
{
    private static readonly FrozenDictionary<string, string> Topics = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["access-code-issued"] = N("The person has a new access code. The old one is dead."),
        ["access-code-proposed"] = N("A new access code was proposed for the person. A second person decides within three days."),
        ["applicant-withdrew"] = N("The person withdrew."),
        ["appointment"] = N("A talk was proposed, moved or called off."),
        ["appointment-confirmed"] = N("The person will come to the talk."),
        ["appointment-missed"] = N("The person did not come to a talk. The screener tries to reach him on two channels."),
        ["appointment-other-time"] = N("The person asks for another time for the talk."),
        ["assigned"] = N("You were put on this case."),
        ["case-closed-early"] = N("The case was closed early."),
        ["case-sealed"] = N("The case was sealed: ordinary work on it stands still."),
        ["check-in-in-emergency"] = N("The person checked in while the emergency is open. Read where and when."),
        ["closed"] = N("The case was closed."),
        ["certificate-ends"] = N("The certificate of the asylum seeker ends soon, or has ended. Prolong it, and record its new last day."),
        ["clock-far-overdue"] = N("Has waited half as long again as it may. Find out what holds it, and whether the person is safe meanwhile."),
        ["clock-four-fifths"] = N("Four fifths of the time have passed. The case page says when it is due."),
        ["clock-half"] = N("Half of the time has passed. The case page says when it is due."),
        ["clock-overdue"] = N("Overdue. Ask who must act, or take it over."),
        ["danger-code-used"] = N("The person signed in with the code for danger: somebody may be forcing him. An emergency is open. Do not call, do not write: follow the safe-contact plan."),
        ["decision-waits-for-second-person"] = N("A proposal waits for a second person."),
        ["consent-ended"] = N("A consent of the person has ended. What it allowed stands still until the person says yes again."),
        ["consent-ends-soon"] = N("A consent of the person ends soon. Ask whether it still holds, and record the answer."),
        ["consent-taken-back"] = N("The person took a consent back. What it allowed has stopped; the case page says which."),
        ["conflict-declared"] = N("Somebody declared a conflict of interest and left the case. Put another person on it; the page of people says why."),
        ["urgent-release-asked"] = N("An urgent page waits: for a second person’s word that it may leave, or to be handed over."),
        ["dossier-not-made"] = N("A version of the dossier could not be made. The page of its versions says why and what to do."),
        ["review-asked"] = N("The person asked for a review of “not recommended”. Somebody who had no part in the decision decides on it."),
        ["review-decided"] = N("The internal review of a case is decided. The person is told in a conversation."),
        ["review-overdue"] = N("The person asked for a review, and its time is over without a decision. Decide on it, or find somebody who had no part in the first decision."),
        ["review-waits"] = N("The person asked for a review, and it waits for a decision. Somebody who had no part in the first decision decides on it."),
        ["file-damaged"] = N("A stored file of the case is damaged, missing or cannot be read. The administrator brings it back from a backup; the page of the evidence says which."),
        ["dossier-ready"] = N("A new version of the dossier is ready to be read."),
        ["released-version-unfit"] = N("The released version of the dossier can no longer leave: facts changed. A new version has to be made and released before it is handed over."),
        ["dossier-received"] = N("A dossier was handed to you."),
        ["embassy-silent"] = N("The post has not answered in time. Ask again."),
        ["emergency"] = N("An emergency was opened."),
        ["erasure-asked"] = N("The person asks to erase everything. Two of us answer within 28 days. Make sure that nobody forces the wish."),
        ["formal-answer"] = N("A formal request was answered."),
        ["formal-request"] = N("The person sent a formal request. Its page says by when it must be answered."),
        ["formal-request-late"] = N("A formal request was not answered by its last day. Answer it now."),
        ["formal-request-soon"] = N("The last day to answer a formal request comes near."),
        ["formal-request-taken-back"] = N("The person took a formal request back."),
        ["evidence-received"] = N("New evidence arrived."),
        ["file-not-scanned"] = N("A file was not scanned for malware. Its page says why; no dossier with it is handed over."),
        ["file-quarantined"] = N("Malware was found in a file. Nobody gets it any more; do not open copies of it elsewhere."),
        ["hand-over-accepted"] = N("The case went from one screener to another."),
        ["hand-over-declined"] = N("The colleague whom you asked does not take the case. It stays yours."),
        ["hand-over-not-allowed"] = N("The person is on the way, but has not allowed anything to go to the reception partner. The partner sees no package. Ask the person, then prepare it anew."),
        ["hearing-is-near"] = N("A hearing is near, or was held and nobody recorded what came of it. The page of the legal situation has the hour."),
        ["hit-review-due"] = N("The day has come to look again at a dismissed hit. The list of hits says which one waits for an answer."),
        ["host-deadline-is-near"] = N("A deadline of the law of the country of stay ends soon, or is over. The page of the legal situation says which."),
        ["host-profile-changed"] = N("What is known of the law of the country of stay has changed. Look at the legal days of the case."),
        ["host-risk-raised"] = N("The country of stay became more dangerous. Look at the contact plan, and at what can be done faster."),
        ["interview-stopped-distress"] = N("An interview was stopped because it hurt too much. See that the person gets help before anything else is asked."),
        ["interview-stopped-unsafe"] = N("An interview was stopped because the person was not alone or not safe. Follow the safe-contact plan; do not call back."),
        ["interview-trigger"] = N("An answer was marked for an exclusion interview. Put another screener on the case."),
        ["lookalike-found"] = N("A file of the case looks like one of another case. The page of the evidence says which file; a coordinator says what it means."),
        ["likeness-found"] = N("This case may be the same person's as another one. Look at what agrees before you go on."),
        ["merge-answered"] = N("There is an answer to the proposal to end this case as a duplicate."),
        ["merge-asked"] = N("A colleague proposes to end another case in favour of this one: both may be one person's. Your answer is needed."),
        ["message"] = N("A message arrived."),
        ["mismatch-second-look"] = N("Somebody explained two sources that do not fit together, or left them open. A second person looks at it too."),
        ["panel-member-needed"] = N("Two reviewers disagree. A third one is needed."),
        ["paper-expires-soon"] = N("The travel paper ends soon. Ask whether it can be prolonged, and tell the person by a safe channel."),
        ["person-is-on-the-way"] = N("The person is on the way."),
        ["person-still-silent"] = N("The welfare check found nobody. Decide whether it is an emergency. The case stays open."),
        ["programme-open-again"] = N("The programme is open again. The case is still parked: let it go on when its papers and answers are still good."),
        ["programme-stopped"] = N("The programme was stopped. Nothing was refused. See whether another programme fits the person."),
        ["proposal-was-not-agreed"] = N("The second person did not agree. Propose again."),
        ["recall-due"] = N("The person withdrew. Ask for the dossier back."),
        ["recall-for-reroute"] = N("The case goes on in another programme. Ask for the dossier back."),
        ["remedy-ends"] = N("The time to appeal ends soon, or is over. The page of the legal situation has the last day."),
        ["removal-is-near"] = N("A removal can be carried out soon, or now. Stop it or suspend it, and look at what can be done faster. When it is a matter of hours, open an emergency."),
        ["removal-order-recorded"] = N("A removal order was recorded, or changed. Look at its days."),
        ["run-incident"] = N("The course of the case met a fault. Tell the administrator."),
        ["screening-done"] = N("The screening is done."),
        ["screening-gap"] = N("There is no screening result for a list in force, and the system could not make up for it. The gates stay closed. Ask for a screening; if it fails, tell the administrator."),
        ["incident-news"] = N("The registers tie a service of the person to incidents that nobody has looked at. See units and incidents."),
        ["translation-declined"] = N("A translator does not take a translation that you ordered. Give it to somebody else, or withdraw it."),
        ["translation-delivered"] = N("A translation is there. A second person reads it beside the original."),
        ["translation-late"] = N("A translation was not delivered by its day. Wait for it, or withdraw it and give it to somebody else; the list of translations says which."),
        ["unit-questions"] = N("Vetting asks for another talk about a time of service. The questions stand with the interview; plan a session, with another officer for an exclusion interview."),
        ["screening-news"] = N("A screening made by the system says something new: an entry fits, went or changed, or the search failed. Look at the hits."),
        ["stand-in-joined"] = N("The stand-in of an absent screener joined the case."),
        ["stand-in-needed"] = N("Something urgent happened on a case of a colleague for whom you stand in. Join the case on your page “Colleagues”."),
        ["stay-ended"] = N("The lawful stay has ended by what is recorded. Ask counsel at once, and record the stay that holds now."),
        ["stay-ends-soon"] = N("The lawful stay ends soon. Ask whether it can be prolonged; the case page has its last day."),
        ["version-kept"] = N("The case stays on its version of the programme: something it waits for is different in the new one."),
        ["wanted-status-recorded"] = N("The person was seen as wanted, or no longer. It counts for the journey, never against the person."),
        ["welfare-check-due"] = N("The person did not come and does not answer. Somebody must look after him: silence may mean arrest."),
        ["withdrawn"] = N("The person withdrew."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every topic that has words here.</summary>
    public static IReadOnlyCollection<string> KnownTopics => Topics.Keys;

    /// <param name="work">The reader's cases: their due dates and urgency fill the texts.</param>
    public static NoticeLine Of(InboxNotice notice, InsideTexts texts, IReadOnlyDictionary<string, WorkItem> work) =>
        new(notice.Reference, TextOf(notice, texts, work.GetValueOrDefault(notice.Reference)), notice.At, notice.IsUnread, work.ContainsKey(notice.Reference));

    private static string TextOf(InboxNotice notice, InsideTexts texts, WorkItem? item)
    {
        if (Topic.Is(notice.Gate))
        {
            var text = Topics.GetValueOrDefault(notice.Outcome) is { } known ? S(known) : InWords(notice.Outcome) + ".";
            return Topic.GateKey(notice.Gate) is { } about ? $"{InWords(about)}: {Inside(text)}" : text;
        }

        var values = texts.ValuesFor(notice.Gate, notice.Outcome, notice.Audience).ToDictionary(name => name, name => Value(name, notice, item), StringComparer.Ordinal);
        return texts.For(notice.Gate, notice.Outcome, notice.Audience, Texts.StaffWords.Language, values).Text;
    }

    private static string Value(string name, InboxNotice notice, WorkItem? item) => name switch
    {
        "reference" or "workItem" => notice.Reference,
        "due" => item?.OpenGates.FirstOrDefault(g => GateTable.For(g.Gate).Key == notice.Gate)?.DueAt is { } due ? Words.At(due) : S("the date on the case page"),
        "priority" => item is null ? S("see the case") : Inside(InWords(item.Priority)),
        "countryOfStay" => item?.CountryOfStay is { Length: > 0 } country ? FactWords.Country(country) : S("see the case"),
        _ => S("see the case"),
    };
}
