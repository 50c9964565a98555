using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Web.Shared.Acting;

/// <summary>The cases of a person who may hold several roles of one audience.</summary>
public static class Caseload
{
    public static async Task<IReadOnlyList<WorkItem>> CaseloadAsync(this Worklists worklists, Person person, IEnumerable<Role> roles, CancellationToken cancellationToken)
    {
        var all = new List<WorkItem>();
        foreach (var role in roles)
        {
            all.AddRange(await worklists.MineAsync(person.As(role), cancellationToken));
        }

        return
        [
            .. all.GroupBy(item => item.Reference, StringComparer.Ordinal).Select(same => same.First() with { IsMine = same.Any(item => item.IsMine), LegalDay = same.Select(item => item.LegalDay).FirstOrDefault(day => day is not null) })
                .OrderBy(item => worklists.RankOf(item)).ThenBy(item => worklists.RankOf(item) == Worklists.StayRank ? item.StayEndsAt : null).ThenBy(item => item.DueAt ?? DateTimeOffset.MaxValue),
        ];
    }
}
