using System.Text.Json;
using HumanitarianEntry.Casework.FormDrafts;

namespace HumanitarianEntry.Web.Translators.Jobs;

/// <summary>What the translator has typed so far, kept on the server every few seconds, sealed with the keys of the case (decision 0028). Each window keeps its own text; only who typed it sees it.</summary>
public sealed class JobDrafts(CaseDrafts drafts)
{
    public Task KeepAsync(Guid caseId, Guid owner, string job, string window, DeliveryForm typed, CancellationToken cancellationToken) =>
        drafts.KeepAsync(caseId, owner, new Dictionary<string, byte[]>(StringComparer.Ordinal) { [PrefixOf(job) + window] = JsonSerializer.SerializeToUtf8Bytes(typed with { Certifies = false }) }, cancellationToken);

    /// <summary>The newest text of this person, older ones that differ, and the names of all.</summary>
    public async Task<(DeliveryForm? Newest, IReadOnlyList<(DateTimeOffset At, string Text)> Others, IReadOnlyList<string> All)> OfAsync(Guid caseId, Guid owner, string job, CancellationToken cancellationToken)
    {
        var mine = (await drafts.OfAsync(caseId, PrefixOf(job), cancellationToken)).Where(d => d.Owner == owner)
            .Select(d => (d.Form, d.At, Typed: JsonSerializer.Deserialize<DeliveryForm>(d.Plain) ?? throw new InvalidDataException("A draft is empty."))).ToList();
        var newest = mine.Count == 0 ? null : mine[^1].Typed;
        return (newest, [.. mine.SkipLast(1).Where(d => d.Typed.Text is { Length: > 0 } text && text != newest!.Text).Select(d => (d.At, d.Typed.Text!))], [.. mine.Select(d => d.Form)]);
    }

    /// <param name="shown">Names as <see cref="OfAsync"/> gave them; others are left alone.</param>
    public Task DropAsync(Guid caseId, Guid owner, string job, string window, IEnumerable<string> shown, CancellationToken cancellationToken) =>
        drafts.DropAsync(caseId, owner, [.. shown.Where(s => s.StartsWith(PrefixOf(job), StringComparison.Ordinal)).Append(PrefixOf(job) + window).Distinct()], cancellationToken);

    private static string PrefixOf(string job) => $"translation/{job}/";
}
