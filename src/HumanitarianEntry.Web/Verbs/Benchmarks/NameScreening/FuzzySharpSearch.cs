using System.Reflection;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Names;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>FuzzySharp over all names one by one. It is no part of this program: HE_BENCH_FUZZYSHARP names its assembly where somebody has it.</summary>
internal sealed class FuzzySharpSearch : ISearch
{
    private readonly Func<string, string, int> ratio;
    private readonly (string Key, string Name)[] names;

    public FuzzySharpSearch(string scorer, IReadOnlyList<ListEntry> list)
    {
        var type = Assembly.LoadFrom(Path!).GetType("FuzzySharp.Fuzz", throwOnError: true)!;
        ratio = type.GetMethod(scorer, [typeof(string), typeof(string)])!.CreateDelegate<Func<string, string, int>>();
        Name = $"FuzzySharp {scorer}";
        names = [.. Peers.Latin(list).Select(n => (n.Key, Plain(n.Name)))];
    }

    public static string? Path => Environment.GetEnvironmentVariable("HE_BENCH_FUZZYSHARP") is { Length: > 0 } path && File.Exists(path) ? path : null;

    public string Name { get; }

    public int Negatives => 300;

    public int QueryStep => 5;

    public IReadOnlyList<(string Key, double Score)> Find(string name)
    {
        var query = Plain(Transliteration.ToIcao(name));
        return [.. names.Select(n => (n.Key, Score: (double)ratio(query, n.Name))).GroupBy(n => n.Key, StringComparer.Ordinal).Select(g => (g.Key, Score: g.Max(n => n.Score))).OrderByDescending(n => n.Score).ThenBy(n => n.Key, StringComparer.Ordinal).Take(50)];
    }

    public void Dispose()
    {
    }

    // The library compares letters only and is hurt by commas and capitals.
    private static string Plain(string name) => string.Concat(name.ToUpperInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' '));
}
