using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Gates;

/// <summary>What one person is asked to do at a gate now.</summary>
public enum GateStep
{
    Decide,
    Propose,
    Second,
    WaitForSecond,
    NotYours,
}

/// <summary>Whose turn it is at a gate (design section 4, four eyes).</summary>
public static class GateTurn
{
    /// <param name="file">The case, cut to what the person sees or whole.</param>
    /// <param name="person">Account id.</param>
    /// <param name="roles">The roles in which the person stands before the gate.</param>
    public static GateStep Of(CaseFile file, GateRow row, Guid person, IReadOnlyCollection<Role> roles)
    {
        var decides = roles.Any(row.Deciders.Contains);
        var proposes = roles.Any(row.Proposers.Contains);
        if (!file.Position.TakesDecision(row.Gate) || !(decides || proposes))
        {
            return GateStep.NotYours;
        }

        if (row.Eyes == Eyes.Two)
        {
            return decides ? GateStep.Decide : GateStep.NotYours;
        }

        return file.ProposalOn(row.Gate) switch
        {
            null => proposes ? GateStep.Propose : GateStep.NotYours,
            { } proposal when proposal.By.By == person || proposal.Opinions.Exists(o => o.By.By == person) => GateStep.WaitForSecond,
            _ => decides ? GateStep.Second : GateStep.NotYours,
        };
    }
}
