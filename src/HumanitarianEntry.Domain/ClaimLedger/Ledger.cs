using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.ClaimLedger;

public enum ClaimStanding
{
    /// <summary>Nothing that is enough for it: the dossier may not leave.</summary>
    Open,

    /// <summary>Evidence, a paper or a check bears it out.</summary>
    BorneOut,

    /// <summary>The person's own confirmed word, which is enough for it.</summary>
    OwnWord,

    /// <summary>It follows from other claims that are not open.</summary>
    Follows,

    /// <summary>Nothing bears it out, and it is said why.</summary>
    Unsupported,
}

/// <summary>A claim and how it stands.</summary>
/// <param name="Backings">What it rests on, and what it no longer rests on.</param>
/// <param name="Mark">That nothing bears it out and why, while that holds.</param>
public sealed record ClaimStatus(MaterialClaim Claim, ClaimStanding Standing, ImmutableList<Backing> Backings, Recorded<UnsupportedClaim>? Mark)
{
    public bool HasOwnWord => Backings.Exists(b => b.Counts && BackingKinds.IsOwnWord(b.Kind));

    public bool IsOpen => Standing == ClaimStanding.Open;
}

/// <summary>
/// Every statement of the dossier on which an official relies, with what it rests on. Worked out from the case each time and never stored; what people add to it, ties and marks, is
/// (FIELD.md row 33).
/// </summary>
public static class Ledger
{
    /// <summary>The claims in the order of the sections.</summary>
    public static ImmutableList<ClaimStatus> Of(CaseFile file)
    {
        var settled = LedgerRules.Settled(file);
        var known = new Dictionary<string, ClaimStatus>(StringComparer.Ordinal);
        var claims = MaterialClaims.In(settled);

        // What follows from other claims is judged after them; nothing follows from what itself follows.
        foreach (var claim in claims.OrderBy(c => c.Computed.Exists(t => t.Kind == BackingKind.OtherClaim)))
        {
            known[claim.Key] = StatusOf(settled, claim, known);
        }

        return [.. claims.Select(c => known[c.Key])];
    }

    public static ClaimStatus? Find(CaseFile file, string key) => Of(file).Find(s => s.Claim.Key == key);

    /// <summary>The ledger as a role may know it: who interviews learns nothing of the vetting and of what came after it.</summary>
    public static ImmutableList<ClaimStatus> For(Role role, CaseFile file) => role switch
    {
        Role.Coordinator or Role.DossierOfficer or Role.System => Of(file),
        Role.Screener => [.. Of(file).Where(s => !s.Claim.IsAfterVetting).Select(s => s with
        {
            Backings = [.. s.Backings.Where(b => b.Kind is not (BackingKind.VettingResult or BackingKind.Finding)).Select(b => b.Tie is { } tie && tie.Provenance.Role != Role.Screener ? b with { Tie = tie with { Value = tie.Value with { Reason = string.Empty } } } : b)],
        })],
        _ => [],
    };

    /// <summary>What a role may tie a claim to, as far as it counts now.</summary>
    public static ImmutableList<BackingReading> TargetsFor(Role role, CaseFile file)
    {
        var settled = LedgerRules.Settled(file);
        return
        [
            .. file.Evidence.Items.Values().Select(i => MaterialClaims.Item(i.Label))
                .Concat(file.Identity.Documents.Values().Select(d => new BackingTarget(BackingKind.Paper, d.Label)))
                .Concat(VettingBackings.Results.Keys.Order(StringComparer.Ordinal).Select(MaterialClaims.Vetting))
                .Concat((file.Recommendation?.Value.Findings ?? []).Select(f => new BackingTarget(BackingKind.Finding, f.Criterion)))
                .Concat(MaterialClaims.Answers(file.Interview.CurrentAnswers.Select(a => a.Code)))
                .Append(MaterialClaims.Statement)
                .Where(t => BackingKinds.MayTie(role, t.Kind)).Select(t => BackingRules.Read(settled, t)).OfType<BackingReading>().Where(r => r.Counts),
        ];
    }

    /// <summary>What the dossier says of its claims: standing, what counts, and the words that are disclosed. Dates of checks that are made anew every day are no part of it, nor the legal situation, which is asked for itself.</summary>
    internal static ImmutableList<string> ForDossier(CaseFile file) =>
    [
        .. Of(file).Where(s => !IsOnLaw(s.Claim.Kind)).Select(s => $"{s.Claim.Key} {s.Standing} {string.Join(',', s.Backings.Where(b => b.Counts).Select(b => $"{b.Kind}:{b.Mark}").Distinct().Order(StringComparer.Ordinal))} {s.Mark?.Value.Because} {s.Mark?.Value.Words}"),
        .. SectionDisagreements.With(file).Where(d => d.Explanation is not null).Select(d => $"{d.Disagreement.Key} {d.Disagreement.Fingerprint} {d.Explanation!.Value.Words}"),
    ];

    private static bool IsOnLaw(ClaimKind kind) => kind is ClaimKind.HostProcedure or ClaimKind.RemovalOrder or ClaimKind.CourtDay or ClaimKind.ExitRestriction or ClaimKind.RiskOfRemoval;

    private static ClaimStatus StatusOf(CaseFile file, MaterialClaim claim, Dictionary<string, ClaimStatus> known)
    {
        ImmutableList<Backing> backings = [.. Computed(file, claim, known), .. Tied(file, claim)];
        var mark = MarkOn(file, claim, backings);
        bool Has(Func<BackingKind, bool> kind) => backings.Exists(b => b.Counts && kind(b.Kind));
        var standing = Has(BackingKinds.IsEvidence) ? ClaimStanding.BorneOut
            : mark is not null ? ClaimStanding.Unsupported
            : Has(k => k == BackingKind.OtherClaim) ? ClaimStanding.Follows
            : claim.Need == ClaimNeed.Evidence ? ClaimStanding.Open
            : Has(k => k is BackingKind.Record or BackingKind.Finding) ? ClaimStanding.BorneOut
            : Has(BackingKinds.IsOwnWord) ? ClaimStanding.OwnWord
            : ClaimStanding.Open;
        return new ClaimStatus(claim, standing, backings, mark);
    }

    private static IEnumerable<Backing> Computed(CaseFile file, MaterialClaim claim, Dictionary<string, ClaimStatus> known)
    {
        foreach (var target in claim.Computed.Distinct())
        {
            if (target.Kind == BackingKind.OtherClaim)
            {
                if (known.GetValueOrDefault(target.Mark) is { } other)
                {
                    yield return new Backing(new BackingReading(target, Sentence.Of($"section {other.Claim.Section}: {other.Claim.Words}"), other.IsOpen ? Sentence.Of("That claim is open itself.") : null, other.Claim.Fingerprint), null);
                }
            }
            else if (BackingRules.Read(file, target) is { } reading)
            {
                var backing = new Backing(reading, null);
                yield return backing.Counts && IsWithdrawn(file, backing.LabelOn(claim.Key)) ? new Backing(reading with { WhyNot = Sentence.Of("A person said that it does not bear this out.") }, null) : backing;
            }
        }
    }

    private static IEnumerable<Backing> Tied(CaseFile file, MaterialClaim claim)
    {
        foreach (var tie in file.Dossier.ClaimTies.Where(t => t.Value.Claim == claim.Key && !IsWithdrawn(file, t.Value.Label)))
        {
            var target = new BackingTarget(tie.Value.Kind, tie.Value.Mark);
            if (BackingRules.Read(file, target) is not { } reading)
            {
                yield return new Backing(new BackingReading(target, Sentence.Of($"{tie.Value.Mark}"), Sentence.Of("It is not on file any more."), string.Empty), tie);
            }
            else if (tie.Value.Seen != claim.Fingerprint)
            {
                yield return new Backing(reading with { WhyNot = Sentence.Of("The claim says something else since it was tied.") }, tie);
            }
            else if (reading.WhyNot is null && tie.Value.TargetSeen != reading.Seen)
            {
                yield return new Backing(reading with { WhyNot = Sentence.Of("What stands there is another since it was tied.") }, tie);
            }
            else
            {
                yield return new Backing(reading, tie);
            }
        }
    }

    /// <summary>The last mark that holds: not withdrawn, on the claim as it is, and true as far as can be seen from the file.</summary>
    private static Recorded<UnsupportedClaim>? MarkOn(CaseFile file, MaterialClaim claim, ImmutableList<Backing> backings) => file.Dossier.UnsupportedClaims.FindLast(u =>
        u.Value.Claim == claim.Key && u.Value.Seen == claim.Fingerprint && !IsWithdrawn(file, u.Value.Label)
        && (u.Value.Because != UnsupportedBecause.OwnWordOnly || backings.Exists(b => b.Counts && BackingKinds.IsOwnWord(b.Kind))));

    private static bool IsWithdrawn(CaseFile file, string label) => file.Dossier.WithdrawnClaimEntries.Exists(w => w.Value.Label == label);
}
