using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>One change of an account with user names in place of identifiers.</summary>
public sealed record AccountLine(long Sequence, DateTimeOffset At, string Account, string Kind, string By, string? Details);

/// <summary>The chain of account changes as administrators and auditors read it.</summary>
public sealed class AccountHistory(CaseDatabase cases, AccountTrail trail)
{
    public const int MostLines = 200;

    public async Task<IReadOnlyList<AccountLine>> NewestAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.AccountAudit.AsNoTracking().OrderByDescending(e => e.Sequence).Take(MostLines).ToListAsync(cancellationToken);
        var ids = rows.SelectMany(r => new[] { r.ActorId, r.AccountId }).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.UserName ?? u.Id.ToString("N"), cancellationToken);
        return rows.ConvertAll(r => new AccountLine(
            r.Sequence, r.At, r.AccountId == Guid.Empty ? SubjectOf(r.Kind).ToString() : names.GetValueOrDefault(r.AccountId, Sentence.Of("not there").ToString()),
            r.Kind, names.GetValueOrDefault(r.ActorId, Sentence.Of("the program").ToString()), trail.DetailsOf(r)));
    }

    // What an entry that is of no account is about.
    private static Sentence SubjectOf(string kind) => kind switch
    {
        AccountKinds.ReferralTokenIssued or AccountKinds.ReferralTokenEnded => Sentence.Of("referring organisation"),
        AccountKinds.ListInForce or AccountKinds.ListMappingChanged or AccountKinds.AdHocCheck or AccountKinds.ThresholdsProposed or AccountKinds.ThresholdsRefused or AccountKinds.ThresholdsInForce => Sentence.Of("name screening"),
        _ => Sentence.Of("programmes"),
    };
}
