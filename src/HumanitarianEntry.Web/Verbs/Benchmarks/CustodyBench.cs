using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.Casework.Data;

namespace HumanitarianEntry.Web.Verbs.Benchmarks;

/// <summary>Verifying one chain of many entries, and the root over as many heads, beside the bare hashing of the same number of bytes.</summary>
internal static class CustodyBench
{
    private const int DetailBytes = 400;
    private const double MostSeconds = 5;

    public static async Task<int> RunAsync(Options options)
    {
        var size = int.TryParse(options["--size"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0 ? asked : 1_000_000;
        var entries = Entries(size);
        var from = Stopwatch.GetTimestamp();
        var fault = AuditChain.FirstFault(entries.Select(e => (e.Entry.Sequence, e.Previous, e.Hash, (Func<byte[], byte[]>)(previous => AuditChain.Hash(e.Entry, previous)))));
        var verified = Stopwatch.GetElapsedTime(from).TotalSeconds;
        from = Stopwatch.GetTimestamp();
        foreach (var (entry, previous, _) in entries)
        {
            _ = SHA256.HashData([.. previous, .. entry.SealedDetails!]);
        }

        var bare = Stopwatch.GetElapsedTime(from).TotalSeconds;
        from = Stopwatch.GetTimestamp();
        _ = MerkleTree.Root([.. entries.Select(e => e.Hash)]);
        var rooted = Stopwatch.GetElapsedTime(from).TotalSeconds;
        var result = await MeasureTable.PrintAsync(
            $"bench custody: {MeasureTable.Machine()}; a chain of {size.ToString("N0", CultureInfo.InvariantCulture)} entries with {DetailBytes} sealed bytes each",
            [
                new Measure("verify the chain", verified, "s", bare, Goal: size == 1_000_000 ? MostSeconds : null, LessIsBetter: true),
                new Measure("root over as many heads", rooted, "s"),
            ],
            options.Has("--json"));
        return fault is null ? result : throw new InvalidOperationException($"The chain that was just made is broken at entry {fault.Sequence}.");
    }

    private static List<(AuditEntry Entry, byte[] Previous, byte[] Hash)> Entries(int size)
    {
        var caseId = Ids.New();
        var entries = new List<(AuditEntry, byte[], byte[])>(size);
        var previous = Array.Empty<byte>();
        for (var i = 1; i <= size; i++)
        {
            var entry = new AuditEntry
            {
                CaseId = caseId, Sequence = i, At = new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero).AddSeconds(i), ActorId = caseId, Role = "evidence-custodian", ActKind = "grade-evidence",
                SealedDetails = RandomNumberGenerator.GetBytes(DetailBytes),
            };
            var hash = AuditChain.Hash(entry, previous);
            entries.Add((entry, previous, hash));
            previous = hash;
        }

        return entries;
    }
}
