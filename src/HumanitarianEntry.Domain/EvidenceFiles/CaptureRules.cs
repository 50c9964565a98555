using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.EvidenceFiles;

/// <summary>What an item's capture is known to be: what a person stated, what the file says, and where the two differ.</summary>
/// <param name="Stated">Null where nobody said how it was captured.</param>
/// <param name="Read">Null where the file is no web capture, or could not be read.</param>
public sealed record CaptureView(Recorded<StatedCapture>? Stated, WebCapture? Read)
{
    /// <summary>The file's page that the statement means: the one with its address, else the first.</summary>
    public CapturedPage? Page => (Stated?.Value.Url is { } url ? Read?.Pages.Find(p => p.Url is not null && WebAddresses.AreSame(p.Url, url)) : null) ?? Read?.Pages.FirstOrDefault();

    /// <summary>Address as the file says it, else as stated.</summary>
    public string? Url => Page?.Url ?? Stated?.Value.Url;

    /// <summary>Instant as the file says it, else as stated.</summary>
    public DateTimeOffset? At => Page?.At ?? Stated?.Value.At;

    /// <summary>A person named another address than any page of the file has.</summary>
    public bool HasOtherAddress => Stated?.Value.Url is { } url && Read is { Pages: { Count: > 0 } pages } && pages.Exists(p => p.Url is not null) && !pages.Exists(p => p.Url is not null && WebAddresses.AreSame(p.Url, url));

    /// <summary>A person named another time than the file does.</summary>
    public bool HasOtherTime => Stated?.Value.At is { } stated && Page?.At is { } read && (stated - read).Duration() > CaptureRules.Tolerance;
}

/// <summary>Rules of captured web pages: pure, as everything here.</summary>
public static class CaptureRules
{
    /// <summary>A statement may be this far from the time in the file: people read clocks, programs write when they began.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromHours(1);

    private static readonly HashSet<string> SelfDescribing = ["wacz", "warc", "html"];

    /// <summary>Checks that ask for the source as it was found.</summary>
    private static readonly HashSet<VerificationCheck> Asking =
        [VerificationCheck.UploadTime, VerificationCheck.FirstAppearance, VerificationCheck.FirstPostsArchived, VerificationCheck.PublisherPageArchived, VerificationCheck.ScreenshotWithMetadata];

    /// <summary>Whether the check wants a capture of the source.</summary>
    public static bool AskFor(VerificationCheck check) => Asking.Contains(check);

    /// <summary>Null where the item is no capture.</summary>
    public static CaptureView? Of(EvidenceFacts facts, EvidenceItem item)
    {
        var view = new CaptureView(facts.Captures.LastOrDefault(c => c.Value.Item == item.Label), FileRules.IsQuarantined(facts, item) ? null : FileRules.Of(facts, item)?.Capture);
        return view is { Stated: null, Read: null } ? null : view;
    }

    /// <summary>What stands against a statement of how a file was captured.</summary>
    public static IEnumerable<Blocker> Check(StatedCapture stated, EvidenceFile? file, ActContext context)
    {
        if (file is null)
        {
            yield return new Blocker("capture-file-missing", "Add the file of the capture: a page that can vanish proves nothing later.");
            yield break;
        }

        var tells = SelfDescribing.Contains(file.Mime);
        if (!tells && stated.Url is null)
        {
            yield return new Blocker("capture-address-missing", "Write the address of what was captured. The file itself does not say it.");
        }

        if (!tells && stated.At is null)
        {
            yield return new Blocker("capture-time-missing", "Write the day and time of the capture. The file itself does not say it.");
        }

        if (stated.Url is { } url && !WebAddresses.IsOfWeb(url))
        {
            yield return new Blocker("link-unreadable", "The link must begin with http:// or https://.");
        }

        if (stated.ArchivedUrl is { } archived && !WebAddresses.IsOfWeb(archived))
        {
            yield return new Blocker("archived-link-unreadable", "The link to the archive must begin with http:// or https://.");
        }

        if (stated.At > context.Now.AddMinutes(5))
        {
            yield return new Blocker("date-in-future", "The date lies in the future.");
        }
    }

    /// <summary>What a dossier says of captures; null where there are none, so that a file without any hashes as it did before.</summary>
    public static IReadOnlyList<string>? ForDossier(CaseFile file)
    {
        List<string> lines = [.. file.Evidence.Items.Values().Where(i => !FileRules.IsProtected(i))
            .Select(i => (i.Label, Capture: Of(file.Evidence, i))).Where(c => c.Capture is not null)
            .Select(c => FormattableString.Invariant($"{c.Label} {c.Capture!.Stated?.Value.Method} {(c.Capture.Url is { } url ? WebAddresses.Plain(url).Address : null)} {c.Capture.At?.UtcDateTime:O} {c.Capture.Stated?.Value.ArchivedUrl}"))];
        return lines.Count == 0 ? null : lines;
    }
}
