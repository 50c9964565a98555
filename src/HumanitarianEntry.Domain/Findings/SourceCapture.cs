using System.Globalization;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Findings;

/// <summary>What was looked at (handbook 4e).</summary>
public enum CaptureSubject
{
    OwnAccount,
    UnitChannel,
    CourtRecord,
    AwardRecord,
    OtherPublicSource,
}

public enum CaptureMethod
{
    Screenshot,
    SavedPage,
    OriginalFile,
    ScreenRecording,
    ArchiveCopy,
}

/// <summary>
/// An open source as it was found, kept under the rules of evidence: address, time, file with its hash (handbook 4e, G5; Berkeley Protocol, preservation).
/// </summary>
/// <param name="CapturedAt">The instant.</param>
/// <param name="TimeZone">Of the place where it was captured, such as Europe/Paris.</param>
/// <param name="Shows">What it shows.</param>
/// <param name="CounterReading">How else it can be read.</param>
public sealed record SourceCapture(string Label, CaptureSubject Subject, string Address, DateTimeOffset CapturedAt, string TimeZone, CaptureMethod Method, EvidenceFile File, string Shows, string CounterReading)
{
    /// <summary>Where and when it appeared first, as far as known.</summary>
    public string? FirstAppearance { get; init; }
}

/// <summary>A person's closing word on what open sources gave.</summary>
/// <param name="Captures">How many captures were on file then.</param>
public sealed record OpenSourceReview(string LookedFor, string Found, string NotFound, int Captures);

/// <summary>Puts a capture on file. Its bytes were stored and hashed before. The three promises are the condition of looking at all (handbook 4e).</summary>
[ActKind("record-capture", Compartment.Vetting, Role.Vetter)]
public sealed record RecordCapture(CaptureSubject Subject, string Address, DateTimeOffset CapturedAt, string TimeZone, CaptureMethod Method, string Shows, string CounterReading) : Act
{
    public EvidenceFile? File { get; init; }
    public string? FirstAppearance { get; init; }

    /// <summary>Nobody was written to or called.</summary>
    public bool NoContact { get; init; }

    /// <summary>No friend, follow or join request was sent.</summary>
    public bool NoFriendRequest { get; init; }

    /// <summary>The applicant's face was given to no search engine.</summary>
    public bool NoFaceUpload { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var blocker in VetterRules.AgainstInterviewer(file, context))
        {
            yield return blocker;
        }

        if (!NoContact || !NoFriendRequest || !NoFaceUpload)
        {
            yield return new Blocker("promise-missing", "A capture is taken only with all three promises: no contact, no friend request, no upload of the face. If one was broken, tell the coordinator.");
        }

        if (File is null or { Size: 0 })
        {
            yield return new Blocker("capture-file-missing", "Add the file of the capture: a page that can vanish proves nothing later.");
        }

        if (!(Uri.TryCreate(Address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            yield return new Blocker("link-unreadable", "The link must begin with http:// or https://.");
        }

        if (CapturedAt > context.Now.AddMinutes(5))
        {
            yield return new Blocker("date-in-future", "The date lies in the future.");
        }

        if (string.IsNullOrWhiteSpace(Shows) || string.IsNullOrWhiteSpace(CounterReading))
        {
            yield return new Blocker("capture-incomplete", "Say what the capture shows, and how else it can be read.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var label = "C" + (file.Vetting.Captures.Count + 1).ToString(CultureInfo.InvariantCulture);
        var capture = new SourceCapture(label, Subject, Address.Trim(), CapturedAt.ToUniversalTime(), TimeZone, Method, File!, Shows.Trim(), CounterReading.Trim()) { FirstAppearance = FirstAppearance };
        return new(file with { Vetting = file.Vetting with { Captures = file.Vetting.Captures.Add(context.Record(capture, "open source")) } }) { Work = [new WorkRequest(WorkKind.ExamineFile, label)] };
    }
}

[ActKind("close-open-source-review", Compartment.Vetting, Role.Vetter)]
public sealed record CloseOpenSourceReview(string LookedFor, string Found, string NotFound) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var blocker in VetterRules.AgainstInterviewer(file, context).Concat(BlindReview.AgainstChange(file, context, answered: true)))
        {
            yield return blocker;
        }

        if (new[] { LookedFor, Found, NotFound }.Any(string.IsNullOrWhiteSpace))
        {
            yield return new Blocker("review-incomplete", "Say what you looked for, what you found and what you did not find; “nothing” is an answer.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var review = new OpenSourceReview(LookedFor.Trim(), Found.Trim(), NotFound.Trim(), file.Vetting.Captures.Count);
        return new(file with { Vetting = file.Vetting with { OpenSourceReviews = file.Vetting.OpenSourceReviews.Add(context.Record(review, "vetter")) } });
    }
}
