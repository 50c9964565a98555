using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.SidePaths;

/// <summary>P5: somebody who should not may read along (lost laptop, infiltrator, leak). The case disappears for everybody but the few who protect it.</summary>
[ActKind("seal", Compartment.Dossier, Role.Coordinator, Role.ProtectionOfficer)]
public sealed record SealCase(string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Seal.IsOn(file))
        {
            yield return new Blocker("side-path-open", "The case is sealed already.");
        }

        foreach (var blocker in SidePathRules.Reasoned(Reason))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        SidePathRules.Enter(file, context, SidePath.Sealed, "sealed", Reason) with { Told = [new Told(Role.Coordinator, "case-sealed"), new Told(Role.ProtectionOfficer, "case-sealed")] };
}

/// <summary>The seal is broken by another person than the one who set it.</summary>
[ActKind("unseal", Compartment.Dossier, Role.Coordinator, Role.ProtectionOfficer)]
public sealed record UnsealCase(string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!Seal.IsOn(file) || (!file.Position.Finished && file.Position.SidePath != SidePath.Sealed))
        {
            yield return new Blocker("side-path-not-open", "The case is not sealed, or something else was opened on top that must end first.");
        }

        if (Seal.SetBy(file) == context.Actor.Id)
        {
            yield return new Blocker("second-person-must-differ", "You sealed this case; another person must open it.");
        }

        foreach (var blocker in SidePathRules.Reasoned(Reason))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) => SidePathRules.Leave(file, context, SidePath.Sealed, "unsealed", Reason);
}

/// <summary>Who still sees a sealed case. The seal outlasts emergencies and withdrawal on top of it.</summary>
public static class Seal
{
    public static bool IsOn(CaseFile file) => Last(file) is { Value.Begins: true };

    public static Guid? SetBy(CaseFile file) => Last(file) is { Value.Begins: true } set ? set.Provenance.By : null;

    /// <summary>The applicant keeps his own page and his panic button: a seal protects him, it must not leave him alone.</summary>
    public static bool Admits(Role role) => role is Role.Coordinator or Role.ProtectionOfficer or Role.Auditor or Role.Applicant or Role.System;

    private static Recorded<Incident>? Last(CaseFile file) => file.Dossier.Incidents.LastOrDefault(i => i.Value.Path == SidePath.Sealed);
}
