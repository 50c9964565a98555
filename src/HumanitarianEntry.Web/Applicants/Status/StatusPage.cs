using HumanitarianEntry.Casework.Announcements;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.FormalRequests;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Notices.Inside;
using HumanitarianEntry.Notices.Labelling;
using HumanitarianEntry.Web.Applicants.Appointments;
using HumanitarianEntry.Web.Applicants.SecondLook;

namespace HumanitarianEntry.Web.Applicants.Status;

public enum TaskMark
{
    Done,
    Needed,
    Open,
}

/// <param name="Key">Text key of the task's name; its hint is the same key with ".hint".</param>
public sealed record TaskLine(string Key, string Path, TaskMark Mark);

/// <param name="Key">Text key of the words on the one big button.</param>
public sealed record NextStep(string Key, string Path);

/// <summary>Where it stands, in coarse words only, and the one thing to do next.</summary>
/// <param name="Asked">What we asked for last, in words; null when nothing is asked.</param>
public sealed record StatusPage(Label Status, CoarseStatus Coarse, NextActor Next, DateTimeOffset? Since, string? Asked, NextStep Step, IReadOnlyList<TaskLine> Tasks, int Unread)
{
    private const string Requests = "status.task.requests";
    private const string SecondLook = "status.task.second-look";

    /// <summary>The talk that lies ahead; null when none is arranged.</summary>
    public OwnTalk? Talk { get; init; }

    public static StatusPage Of(OwnCase own, OwnReview review, string language, Labels labels, InsideTexts news, DateOnly today)
    {
        int unread = own.Notices.Count(n => n is { Gate: Topic.Gate, Outcome: "message", IsUnread: true });
        var tasks = TasksOf(own, review, unread, today);
        string? asked = own.Status.Asked is { } notice
            ? news.For(notice.Gate, notice.Outcome, InsideTexts.Applicant, language, new Dictionary<string, string>(StringComparer.Ordinal)).Text
            : null;
        return new StatusPage(
            labels.ForApplicantStatus(language, own.Status.Coarse.ToString()), own.Status.Coarse, own.Status.Next, own.Status.Since, asked, StepOf(own, tasks, unread), tasks, unread) { Talk = OwnTalk.Of(own) };
    }

    /// <summary>A day is all that is shown: an hour would tell when we work on it.</summary>
    public DateOnly? SinceDay => Since is { } since ? DateOnly.FromDateTime(since.UtcDateTime) : null;

    private static NextStep StepOf(OwnCase own, IReadOnlyList<TaskLine> tasks, int unread) => own switch
    {
        _ when own.File.Position.Open.Any(o => o.Gate == Gate.Journey) => new("status.step.signal", "/applicants/signal"),
        _ when OwnTalk.Of(own) is { Standing.State: AppointmentState.Proposed } => new("status.step.appointment", "/applicants/appointments"),
        _ when unread > 0 => new("status.step.messages", "/applicants/messages"),
        _ when tasks.Any(t => t is { Key: Requests, Mark: TaskMark.Needed }) => new(Requests + ".step", "/applicants/requests"),
        _ when tasks.Any(t => t is { Key: SecondLook, Mark: TaskMark.Needed }) => new(SecondLook + ".step", SecondLookController.Here),
        { Status.Coarse: not (CoarseStatus.Received or CoarseStatus.Closed) } when tasks.FirstOrDefault(t => t.Mark == TaskMark.Needed) is { } needed => new(needed.Key + ".step", needed.Path),
        { Status.Asked: not null } or { Status.Coarse: CoarseStatus.NeedSomething } => new("status.step.answer", "/applicants/messages"),
        _ => new("status.step.write", "/applicants/messages"),
    };

    private static List<TaskLine> TasksOf(OwnCase own, OwnReview review, int unread, DateOnly today)
    {
        var contact = own.File.Contact;
        bool permissionsAsked = own.Status.Coarse is not (CoarseStatus.Received or CoarseStatus.Closed) && own.Programme is not null;
        bool answered = own.Programme is { } programme && programme.Rules.RequiredConsents.All(purpose => contact.Consents.LastOrDefault(c => c.Consent.Purpose == purpose) is { } said && !(said.Consent is { Status: ConsentStatus.Given, ExpiresOn: { } end } && end < today));
        var story = own.File.Interview.Statements.LastOrDefault();
        List<TaskLine> tasks =
        [
            new("status.task.messages", "/applicants/messages", unread > 0 ? TaskMark.Needed : TaskMark.Open),
            new("status.task.permissions", "/applicants/permissions", answered ? TaskMark.Done : permissionsAsked ? TaskMark.Needed : TaskMark.Open),
            new("status.task.things", "/applicants/things", own.File.Evidence.Items.Count > 0 ? TaskMark.Done : TaskMark.Open),
            new("status.task.story", "/applicants/story", story is { Value.Signed: true } ? TaskMark.Done : TaskMark.Open),
            new("status.task.sharing", "/applicants/sharing", TaskMark.Open),
            new(Requests, "/applicants/requests", IsNew(own, AnswerRequest.Topic) ? TaskMark.Needed : TaskMark.Open),
        ];
        if (SecondCode.SecondCodeController.IsOffered(own))
            tasks.Add(new("status.task.second-code", "/applicants/second-code", TaskMark.Open));
        if (review.IsAny)
            tasks.Add(new(SecondLook, SecondLookController.Here, IsNew(own, DecideReview.Decided) ? TaskMark.Needed : review.AskedAt is null ? TaskMark.Open : TaskMark.Done));
        return tasks;
    }

    private static bool IsNew(OwnCase own, string topic) => own.Notices.Any(n => n.Gate == Topic.Gate && n.Outcome == topic && n.IsUnread);
}
