using System.Globalization;
using System.Text.Json;
using HumanitarianEntry.Casework.Replay;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

/// <summary>What all nodes of a soak know: which walks there are, and who walks them.</summary>
/// <param name="Files">Case files; walk N takes the one at N modulo their number.</param>
/// <param name="Staff">Accounts by name.</param>
internal sealed record SoakPlan(string Prefix, IReadOnlyList<string> Files, IReadOnlyDictionary<string, Guid> Staff)
{
    /// <summary>A pause so long that the clock must be moved for it; shorter ones are left out.</summary>
    public static readonly TimeSpan LongPause = TimeSpan.FromDays(25);

    private const string FileName = "plan.json";

    public static SoakPlan Read(string folder) => JsonSerializer.Deserialize<SoakPlan>(File.ReadAllText(Path.Combine(folder, FileName))) ?? throw new InvalidDataException("The plan is empty.");

    public static string ClockIn(string folder) => Path.Combine(folder, "clock");

    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this));

    public string PrefixOf(int walk) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{walk:00000}");

    public IReadOnlyList<CaseWalk> ReadWalks() => [.. Files.Select(f => CaseWalk.Read(Path.Combine(AppContext.BaseDirectory, "cases", f)))];
}

/// <summary>What a node is told, one line each.</summary>
/// <param name="Do">"walk" or "step".</param>
/// <param name="Id">Comes back in the answer.</param>
/// <param name="Walk">The walk of a step; for "walk" the first one.</param>
/// <param name="To">For "walk": one behind the last one.</param>
/// <param name="Index">The step; for "walk" the step before which to stop, or -1.</param>
/// <param name="Workers">For "walk": how many acts at once.</param>
/// <param name="Apart">For "walk": each worker has walks of its own; otherwise all take any, and shall meet.</param>
internal sealed record NodeOrder(string Do, int Id, int Walk, int To = 0, int Index = -1, int Workers = 1, bool Apart = false);

/// <summary>What a node says, one line each.</summary>
/// <param name="Id">0 for the first line, which says that it is ready.</param>
/// <param name="Result">For a step: done, repeat, busy, stale, not-found or "refused CODE".</param>
/// <param name="Collisions">How many acts of this node met another one so far and were tried again.</param>
internal sealed record NodeAnswer(int Id, string Result, int Collisions, string? Scheduler = null);
