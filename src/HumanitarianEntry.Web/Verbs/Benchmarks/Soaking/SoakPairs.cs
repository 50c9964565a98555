using HumanitarianEntry.Casework.Replay;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

/// <summary>
/// Two stimuli of one fork at the same moment from two programs: both count, and the join fires once; and the same form sent to both programs at the same moment counts once
/// (design: engine 11, concurrency).
/// </summary>
internal sealed class SoakPairs(SoakPlace place, Dice dice, int pairs)
{
    private const string File = "not-recommended.yaml";

    /// <summary>How many acts met another one and were tried again: without any the run proves nothing.</summary>
    public int Collisions { get; private set; }

    /// <summary>How many answers were "busy" and had to be sent again.</summary>
    public int Busy { get; private set; }

    public async Task<IReadOnlyList<string>> RunAsync(string prefix)
    {
        var (plan, files) = place.Plan(prefix, File);
        var second = files[0].Steps.Index().Single(s => s.Item.What == "second vetting/integrity-concern").Index;
        var evidence = files[0].Steps.Index().Single(s => s.Item.What == "decide evidence/contradicted").Index;
        var nodes = await place.StartNodesAsync(2);
        try
        {
            // Up to the fork nobody needs to meet: each node brings half of the cases there.
            var walked = await Task.WhenAll(nodes.Select((n, i) => n.OrderAsync(new NodeOrder("walk", 0, Walk: pairs * i / nodes.Count, To: pairs * (i + 1) / nodes.Count, Index: second, Workers: 4, Apart: true))));
            List<string> broken = [.. walked.OfType<NodeAnswer>().Where(a => a.Result != "walked").Select(a => a.Result)];
            var before = nodes.Sum(n => n.Collisions);
            for (var pair = 0; pair < pairs && broken.Count == 0; pair++)
            {
                broken.AddRange(await PairAsync(nodes, pair, second, evidence));
                broken.AddRange(await JoinFaultsAsync(plan, files[0], pair));
            }

            Collisions = nodes.Sum(n => n.Collisions) - before;
            await new SoakProgress(place.Cases, place.Clock, plan, files, 0).RestAsync();
            await Task.WhenAll(nodes.Select(n => n.StopAsync()));
            return broken;
        }
        finally
        {
            foreach (var node in nodes)
            {
                await node.DisposeAsync();
            }
        }
    }

    private async Task<IEnumerable<string>> PairAsync(IReadOnlyList<RunningNode> nodes, int pair, int second, int evidence)
    {
        var first = dice.Below(2);
        var vetting = SendAsync(nodes[first], pair, second);
        await Task.Delay(dice.Below(4));
        var graded = SendAsync(nodes[1 - first], pair, evidence);
        var same = SendAsync(nodes[first], pair, evidence);
        var (v, a, b) = (await vetting, await graded, await same);
        return v == "done" && ((a, b) is ("done", "repeat") or ("repeat", "done")) ? [] : [$"pair {pair}: vetting {v}; evidence sent twice: {a} and {b}"];
    }

    /// <summary>What a person does when told that the database is busy: sends the same form again.</summary>
    private async Task<string> SendAsync(RunningNode node, int pair, int index)
    {
        while (true)
        {
            var answer = await node.OrderAsync(new NodeOrder("step", 0, pair, Index: index)) ?? throw new NodeGoneException(node.Complaints);
            if (answer.Result != "busy")
            {
                return answer.Result;
            }

            Busy++;
        }
    }

    private async Task<IEnumerable<string>> JoinFaultsAsync(SoakPlan plan, CaseWalk file, int pair)
    {
        await using var db = place.Cases.CreateDbContext();
        var key = file.KeyOf(plan.PrefixOf(pair), 0);
        var caseId = await db.Acts.Where(a => a.Key == key).Select(a => a.CaseId).SingleAsync();
        var joined = await db.Waits.CountAsync(w => w.CaseId == caseId && w.Gate == "recommendation");
        var told = await db.InsideNotices.CountAsync(n => n.CaseId == caseId && n.Gate == "recommendation" && n.Outcome == "opened");
        var open = await db.Waits.Where(w => w.CaseId == caseId && w.ClosedAt == null && w.Gate != null).Select(w => w.Gate).ToListAsync();
        return joined == 1 && open is ["recommendation"] && told <= 2 ? [] : [$"{caseId:N}: the join fired {joined} times, open are [{string.Join(", ", open)}], told {told}"];
    }
}
