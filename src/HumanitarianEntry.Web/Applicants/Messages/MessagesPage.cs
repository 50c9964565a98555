using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Announcements;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Messages;
using HumanitarianEntry.Notices.Inside;

namespace HumanitarianEntry.Web.Applicants.Messages;

public sealed record MessageForm
{
    [Required(ErrorMessage = "messages.empty"), StringLength(SendMessage.MaxLength, ErrorMessage = "blocker.text-too-long")]
    public string? Text { get; init; }
}

/// <param name="Own">Written by the person himself.</param>
/// <param name="IsNews">Not a letter but a change of the coarse status.</param>
public sealed record Line(DateTimeOffset At, string Text, bool Own, bool IsNews);

/// <summary>Everything that was written, newest first, so that nobody scrolls to what is new.</summary>
public sealed record MessagesPage(IReadOnlyList<Line> Lines, TimeZoneInfo Zone, MessageForm Form)
{
    private static readonly IReadOnlyDictionary<string, string> NoValues = new Dictionary<string, string>(StringComparer.Ordinal);

    public string? Text => Form.Text;

    public static MessagesPage Of(OwnCase own, MessageForm form, string language, InsideTexts news)
    {
        var letters = own.File.Contact.Messages.Select(m => new Line(m.Provenance.At, m.Value.Text, m.Value.FromApplicant, false));
        var told = own.Notices.Where(n => !Topic.Is(n.Gate)).Select(n => new Line(n.At, news.For(n.Gate, n.Outcome, InsideTexts.Applicant, language, NoValues).Text, false, true));

        // Several notices of one moment often say the same sentence; a person reads it once.
        return new MessagesPage([.. letters.Concat(told.DistinctBy(l => (l.At, l.Text))).OrderByDescending(l => l.At)], own.Zone, form);
    }
}
