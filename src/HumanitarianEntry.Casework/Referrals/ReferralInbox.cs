using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Casework.Referrals;

/// <summary>What a referring system is told: that its number was taken, and nothing about the person or the case.</summary>
public abstract record Acknowledgement
{
    /// <param name="Id">The same for every repeat of the same number.</param>
    public sealed record Taken(string Id, bool IsRepeat) : Acknowledgement;

    public sealed record Refused(IReadOnlyList<Sentence> Complaints) : Acknowledgement;

    public sealed record Busy : Acknowledgement;
}

/// <summary>Takes people on from other organisations' systems. One number of one organisation is one person, however often and with whichever token it comes.</summary>
public sealed class ReferralInbox(ActRunner acts)
{
    /// <param name="cells">The fields by the names of <see cref="ReferralTable"/>.</param>
    /// <param name="owningOrg">The organisation whose intake officers see the case.</param>
    public async Task<Acknowledgement> TakeAsync(ReferralToken token, Func<string, string?> cells, string owningOrg, CancellationToken cancellationToken)
    {
        var read = PersonReader.Read(cells);
        if (read.Complaints.Count > 0)
        {
            return new Acknowledgement.Refused(read.Complaints);
        }

        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"referral-interface\n{token.Organisation}\n{read.Number}")))[..32];
        var request = new ActRequest
        {
            // The organisation's system acts, not one of our people; who it was stands in the referral and, as the token, in the chain.
            Actor = new Actor(token.Id, Role.System, SystemActor.Instance.Team),
            Act = read.Act! with { ReferredBy = token.Organisation },
            Key = key,
            ProgrammeId = token.Programme,
            OwningOrg = owningOrg,
        };
        return await acts.RunAsync(request, cancellationToken) switch
        {
            ActResult.Done done => new Acknowledgement.Taken(key, done.IsRepeat),
            ActResult.Refused { Blockers: [{ Code: ActRunner.KeyUsedBefore }] } => new Acknowledgement.Taken(key, IsRepeat: true),
            ActResult.Refused refused => new Acknowledgement.Refused([.. refused.Blockers.Select(b => b.Message)]),
            ActResult.Busy => new Acknowledgement.Busy(),
            var other => throw new InvalidOperationException($"Opening a case ended with {other.GetType().Name}."),
        };
    }
}
