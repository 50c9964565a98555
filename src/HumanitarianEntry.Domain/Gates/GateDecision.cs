using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Gates;

/// <summary>What a person chose at a gate, with his reason. Never computed.</summary>
/// <param name="ProposedBy">The first pair of eyes, where the gate takes two people.</param>
/// <param name="Dissent">Other opinions of the same round, kept and disclosed where the handbook says so.</param>
public sealed record GateDecision(
    Gate Gate, string Outcome, string Reason, ImmutableList<string> ReasonCodes, Provenance By, Provenance? ProposedBy, ImmutableList<Opinion> Dissent)
{
    /// <summary>Everybody who chose this outcome, the proposer first, each with his own reason; empty at gates of one person.</summary>
    public ImmutableList<Opinion> Agreeing { get; init; } = [];
}

/// <summary>An opinion that waits for a second person; in vetting also the votes of the panel of three.</summary>
/// <param name="Subject">What it is about where that can change, e.g. the dossier version; the second person confirms exactly this.</param>
public sealed record Proposal(Gate Gate, string Outcome, string Reason, ImmutableList<string> ReasonCodes, string? Subject, Provenance By)
{
    public ImmutableList<Opinion> Opinions { get; init; } = [];
}

public sealed record Opinion(string Outcome, string Reason, Provenance By);
