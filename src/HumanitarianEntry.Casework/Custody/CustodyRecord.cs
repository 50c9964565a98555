using System.Text.Json;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Casework.Translations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Custody;
using HumanitarianEntry.Domain.Translations;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Custody;

/// <summary>One line of the custody of an item: an entry of the case's chain, or an opening of its file from the read log.</summary>
/// <param name="Act">The act as it was carried out; null for an opening.</param>
/// <param name="Entry">Number of the entry in the chain; null for an opening.</param>
/// <param name="Before">Hash of the chain before the entry, hexadecimal; empty for the first.</param>
/// <param name="After">Hash of the chain with the entry, hexadecimal.</param>
public sealed record CustodyLine(DateTimeOffset At, Guid By, Act? Act, string? Kind, long? Entry, string Before, string After)
{
    /// <summary>How the copy, and translations that are files of their own, left with the act.</summary>
    public IReadOnlyList<CustodyExport> Exports { get; init; } = [];

    /// <summary>What of the item was opened; null for every other line.</summary>
    public OpenedPart? Opened { get; init; }

    /// <summary>The translation for which a segment was looked at; null for every other line.</summary>
    public string? Job { get; init; }
}

/// <summary>What of an item's file somebody had before him.</summary>
public enum OpenedPart
{
    /// <summary>The file as it came.</summary>
    File,

    /// <summary>The working copy, saved.</summary>
    Copy,

    /// <summary>The small picture on a page.</summary>
    Preview,
}

/// <summary>The custody of an item.</summary>
/// <param name="Lines">Oldest first.</param>
/// <param name="OlderOpenings">So many openings are older than those that are shown; of the chain's entries none is left out.</param>
/// <param name="OlderPreviews">The same of previews, which are counted by themselves: a page that is looked at often must not push out who took the file.</param>
public sealed record ItemCustody(IReadOnlyList<CustodyLine> Lines, int OlderOpenings, int OlderPreviews);

/// <summary>Who had an item of evidence in hands, from arrival on: a view over the case's one chain and over the read log (design section 11, ruling 11).</summary>
public sealed class CustodyRecord(CaseDatabase cases, CompartmentSealer sealer)
{
    /// <summary>So many openings are shown, and so many previews, the newest.</summary>
    public const int MostOpenings = 200;

    private static readonly OpenedPart[] Parts = Enum.GetValues<OpenedPart>();
    private static readonly HashSet<string> Kinds = [.. CustodyRules.Acts.Select(t => ActCatalogue.RuleOf(t).Kind)];

    /// <summary>The purpose under which an opening of the item's file stands in the read log.</summary>
    public static string PurposeOf(string label, OpenedPart part) => PurposeOf(part) + label.ToLowerInvariant();

    /// <returns>The item that was opened for this purpose, and what of it; null for every other purpose.</returns>
    public static (string Label, OpenedPart Part)? OpeningIn(string purpose) =>
        Array.FindIndex(Parts, p => purpose.StartsWith(PurposeOf(p), StringComparison.Ordinal)) is >= 0 and var at ? (purpose[PurposeOf(Parts[at]).Length..].ToUpperInvariant(), Parts[at]) : null;

    /// <param name="view">The case as opened by the reader; having one proves that he is on it and that the look was logged.</param>
    public async Task<ItemCustody> OfAsync(CaseView view, string label, CancellationToken cancellationToken)
    {
        if (!view.Shown.Contains(Compartment.Evidence) || view.File.Evidence.Items.Find(i => i.Value.Label == label) is not { } item)
        {
            return new ItemCustody([], 0, 0);
        }

        using var keys = await sealer.OpenAsync(view.File.Id, cancellationToken);
        await using var db = cases.CreateDbContext();
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.CaseId == view.File.Id && Kinds.Contains(e.ActKind)).OrderBy(e => e.Sequence).ToListAsync(cancellationToken);
        // Of the dossier only what says which item left with which version, whoever asks.
        var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == view.File.Id, cancellationToken);
        var dossier = (await CaseLoader.LoadAsync(db, keys, row, [Compartment.Dossier], cancellationToken)).File.Dossier;
        var lines = new List<CustodyLine>();
        foreach (var entry in entries)
        {
            if (AuditTrail.OpenDetails(keys, entry) is not { } details || JsonSerializer.Deserialize(details, ActCatalogue.TypeOf(entry.ActKind), DomainJson.Options) is not Act act)
            {
                continue;
            }

            var exports = CustodyRules.ExportsBy(act, entry.At, label, dossier).ToList();
            if (exports.Count > 0 || CustodyRules.Concerns(act, entry.At, item, view.File.Evidence))
            {
                lines.Add(new CustodyLine(entry.At, entry.ActorId, act, entry.ActKind, entry.Sequence, Convert.ToHexStringLower(entry.PreviousHash), Convert.ToHexStringLower(entry.Hash)) { Exports = exports });
            }
        }

        // A translator's look at what was given to him is a line as well.
        string[] taken = [.. Parts.Where(p => p != OpenedPart.Preview).Select(p => PurposeOf(label, p)), .. TranslationRules.Of(view.File.Evidence.Translations).Where(j => j.Order.Source.Subject == label).Select(j => TranslatorDesk.PurposeOf(j.Number))];
        var openings = await OpeningsAsync(db, view.File.Id, taken, cancellationToken);
        var previews = await OpeningsAsync(db, view.File.Id, [PurposeOf(label, OpenedPart.Preview)], cancellationToken);
        return new ItemCustody([.. lines.Concat(openings.Newest).Concat(previews.Newest).OrderBy(l => l.At)], openings.Older, previews.Older);
    }

    private static async Task<(IEnumerable<CustodyLine> Newest, int Older)> OpeningsAsync(CaseDbContext db, Guid caseId, string[] purposes, CancellationToken cancellationToken)
    {
        var compartment = Keys.Of(Compartment.Evidence);
        var all = db.ReadLog.AsNoTracking().Where(r => r.CaseId == caseId && purposes.Contains(r.Purpose) && r.Compartment == compartment);
        var newest = await all.OrderByDescending(r => r.At).Take(MostOpenings).Select(r => new { r.At, r.ActorId, r.Purpose }).ToListAsync(cancellationToken);
        var count = newest.Count < MostOpenings ? newest.Count : await all.CountAsync(cancellationToken);
        return (newest.Select(o => new CustodyLine(o.At, o.ActorId, null, null, null, string.Empty, string.Empty) { Opened = OpeningIn(o.Purpose)?.Part, Job = TranslatorDesk.NumberIn(o.Purpose) }), count - newest.Count);
    }

    private static string PurposeOf(OpenedPart part) => part switch
    {
        OpenedPart.File => "evidence-file ",
        OpenedPart.Copy => "evidence-copy ",
        OpenedPart.Preview => "evidence-preview ",
    };
}
