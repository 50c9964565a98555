using System.Security.Cryptography;
using HumanitarianEntry.Casework.ProofKeys;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Dossiers.Proof;

namespace HumanitarianEntry.Casework.DossierMaking;

public enum ComparedAs
{
    /// <summary>Byte by byte what was handed over last.</summary>
    Released,

    /// <summary>Byte by byte what was handed over, and a newer version was handed over since.</summary>
    OlderVersion,

    /// <summary>It names a version that was handed over, and is not that file.</summary>
    Altered,

    /// <summary>Signed by us, but nothing that this person received.</summary>
    GenuineNotYours,

    /// <summary>Nothing ties it to us.</summary>
    NotOurs,
}

/// <summary>What was handed over.</summary>
public sealed record HandedFile(string Reference, int Version, string Recipient, DateTimeOffset At);

/// <param name="Handed">Only of a case that the person is on; null otherwise.</param>
/// <param name="Newer">The version that was handed over since.</param>
/// <param name="Differences">Codes of what differs; only for a file that names a version handed over to this person.</param>
public sealed record ComparedFile(ComparedAs As, string Sha256, HandedFile? Handed, int? Newer, IReadOnlyList<string> Differences);

/// <summary>Compares a file that a post holds with what was handed over in cases that the post is on. Of every other case it says nothing, not even that there is one.</summary>
public sealed class FileComparison(CaseDesk desk, SigningKeys keys)
{
    private const string Purpose = "compare-file";

    public async Task<ComparedFile> CompareAsync(Actor actor, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        var sha = Convert.ToHexStringLower(SHA256.HashData(file.Span));
        var proof = DossierVerifier.Verify(file, keys.Book());
        var stranger = new ComparedFile(proof.IsGenuine ? ComparedAs.GenuineNotYours : ComparedAs.NotOurs, sha, null, null, []);
        if (proof.Manifest is not { } manifest || await desk.OpenAsync(actor, manifest.Reference, Purpose, cancellationToken) is not { } view)
        {
            return stranger;
        }

        var dossier = view.File.Dossier;
        if (dossier.Submissions.FindLast(s => s.Value.Sha256 == sha) is { } same)
        {
            var kind = KindOf(dossier, same.Value.DossierVersion);
            var newest = dossier.Submissions.Values().Where(s => KindOf(dossier, s.DossierVersion) == kind && s.RecipientFunction == same.Value.RecipientFunction).Max(s => s.DossierVersion);
            var newer = newest > same.Value.DossierVersion ? newest : (int?)null;
            return new ComparedFile(newer is null ? ComparedAs.Released : ComparedAs.OlderVersion, sha, Handed(view, same), newer, []);
        }

        return !proof.IsGenuine && dossier.Submissions.FindLast(s => Is(manifest.Version, s.Value.DossierVersion)) is { } named
            ? new ComparedFile(ComparedAs.Altered, sha, Handed(view, named), null, [.. proof.Findings.Select(f => f.Code).Distinct(StringComparer.Ordinal)])
            : stranger;
    }

    private static bool Is(string written, int version) => int.TryParse(written, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number == version;

    private static DossierKind KindOf(DossierFacts dossier, int version) => dossier.Versions.Find(v => v.Version == version)?.Kind ?? DossierKind.Full;

    private static HandedFile Handed(CaseView view, Recorded<Domain.EmbassySubmission.Submission> submission) =>
        new(view.File.Reference, submission.Value.DossierVersion, submission.Value.RecipientFunction, submission.Provenance.At);
}
