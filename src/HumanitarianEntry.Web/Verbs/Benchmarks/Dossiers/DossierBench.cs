using System.Diagnostics;
using System.Globalization;
using HumanitarianEntry.Casework.DossierMaking.LeakSearch;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Dossiers.Preview;
using HumanitarianEntry.Dossiers.Proof;
using HumanitarianEntry.Dossiers.Reading;
using HumanitarianEntry.Dossiers.Rendering;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Dossiers;

/// <summary>
/// A dossier of fifteen pages: processor and wall time warm, beside Chromium and WeasyPrint printing the preview of the same document in the same run, in turn; the first
/// PDF after the start; memory of the worker over many documents; identical bytes; signing, verifying and searching. A peer that is not installed is left out by name.
/// </summary>
internal static class DossierBench
{
    private static readonly DateTimeOffset At = new(2024, 1, 15, 9, 0, 0, TimeSpan.Zero);
    private static readonly RenderOptions Options = new() { CreatedAt = At };

    /// <summary>Rounds before what is measured, for everybody: the runtime goes on compiling for some.</summary>
    private const int WarmUp = 10;

    public static async Task<int> RunAsync(Verbs.Options options)
    {
        var runs = Number(options["--runs"], 15);
        var documents = Number(options["--documents"], 200);
        var folder = Directory.CreateTempSubdirectory("he-bench-").FullName;
        try
        {
            // Annexes first: the memory of a process that has not grown over other measures.
            var annexes = await AnnexesBench.MeasureAsync(folder);
            IReadOnlyList<Measure> measures = options.Has("--annexes") ? annexes : [.. annexes, .. await MeasureAsync(folder, runs, documents)];
            return await MeasureTable.PrintAsync($"bench dossier: {MeasureTable.Machine()}; {runs} runs, the peers in turn; memory over {documents} documents", measures, options.Has("--json"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static async Task<IReadOnlyList<Measure>> MeasureAsync(string folder, int runs, int documents)
    {
        var measures = new List<Measure>();
        using var renderer = new TypstRenderer(new TypstRendererOptions());
        var start = Stopwatch.StartNew();
        var first = await renderer.RenderAsync(BenchDocument.Of(0), Options, CancellationToken.None);
        measures.Add(new Measure("first PDF after the start: wall", start.Elapsed.TotalMilliseconds, "ms") { Most = 1000 });
        measures.Add(new Measure("pages", first.Pages, "pages"));

        var peers = await PeersAsync(folder);
        try
        {
            measures.AddRange(await WarmAsync(renderer, peers, runs));
        }
        finally
        {
            foreach (var peer in peers)
            {
                await peer.DisposeAsync();
            }
        }

        measures.Add(new Measure("unchanged dossier again: wall", await Timed(async () => await renderer.RenderAsync(BenchDocument.Of(1), Options, CancellationToken.None)), "ms") { Most = 40 });
        measures.AddRange(await ProofAsync(first, runs));
        measures.AddRange(await MemoryAsync(renderer, documents));
        return measures;
    }

    private static async Task<IReadOnlyList<Measure>> WarmAsync(TypstRenderer renderer, IReadOnlyList<IPrinter> peers, int runs)
    {
        var (wall, processor) = (new List<double>(), new List<double>());
        var others = peers.SelectMany(p => p is ChromiumPrinter ? new[] { (Peer: p, Passes: 1), (Peer: p, Passes: 2) } : [(Peer: p, Passes: 1)])
            .ToDictionary(p => p, _ => (Wall: new List<double>(), Processor: new List<double>()));
        // The last document set is the one that is set again afterwards.
        for (var run = runs + WarmUp; run >= 1; run--)
        {
            var document = BenchDocument.Of(run);
            var own = await OnceAsync([Environment.ProcessId, renderer.WorkerProcessId ?? 0], () => renderer.RenderAsync(document, Options, CancellationToken.None));
            var page = PrintedPage.Of(HtmlPreview.Render(document));
            foreach (var ((peer, passes), times) in others)
            {
                if (peer is ChromiumPrinter chromium)
                {
                    chromium.Passes = passes;
                }

                var its = await OnceAsync([peer.ProcessId], () => peer.PrintAsync(page));
                Keep(times, its, run <= runs);
            }

            Keep((wall, processor), own, run <= runs);
        }

        var measures = new List<Measure> { new("15 pages warm: wall", Median(wall), "ms") { Most = 250 }, new("15 pages warm: processor", Median(processor), "ms") };
        foreach (var ((peer, passes), times) in others)
        {
            // Contents with page numbers are part of a dossier: Chromium needs two passes for them, and is held to that. One pass is reported only.
            double? goal = peer is ChromiumPrinter ? passes == 2 ? 1 / 4.0 : null : 1 / 7.0;
            var name = peer is ChromiumPrinter ? $"{peer.Name}, passes: {passes}" : peer.Name;
            measures.Add(new Measure($"15 pages warm: processor, {name}", Median(processor), "ms", Median(times.Processor), goal, LessIsBetter: true));
            measures.Add(new Measure($"15 pages warm: wall, {name}", Median(wall), "ms", Median(times.Wall)));
        }

        return measures;
    }

    private static async Task<IReadOnlyList<Measure>> ProofAsync(RenderedDossier first, int runs)
    {
        using var again = new TypstRenderer(new TypstRendererOptions());
        var second = await again.RenderAsync(BenchDocument.Of(0), Options, CancellationToken.None);
        using var key = SigningKey.Make("DEMO bench", At);
        var book = new KeyBook(At, [new KeyBookEntry(key.Fingerprint, "DEMO bench", At, null, KeyState.Current, key.Certificate.RawData)]);
        var signed = PdfSigner.Sign(first.Bytes, key, At);
        var isSame = first.Sha256 == second.Sha256 && signed.AsSpan().SequenceEqual(PdfSigner.Sign(second.Bytes, key, At));
        var (signing, verifying, searching) = (new List<double>(), new List<double>(), new List<double>());
        var search = new LeakSearcher([.. Enumerable.Range(0, 50).Select(i => new Withheld(WithheldKind.ThirdPersonName, $"Вымышлин{(char)('а' + (i % 30))} Тест"))], [], []);
        for (var run = 0; run < runs; run++)
        {
            signing.Add(await Timed(() => Task.FromResult(PdfSigner.Sign(first.Bytes, key, At))));
            verifying.Add(await Timed(() => Task.FromResult(DossierVerifier.Verify(signed, book).Manifest)));
            searching.Add(await Timed(async () => await WholeTextReader.ReadAsync(signed, new NodePdfReader(), CancellationToken.None).SelectMany(search.Search).ToListAsync()));
        }

        return
        [
            new("same input, same bytes, signed (1 = yes)", isSame ? 1 : 0, "", Goal: 1),
            new("signing: wall", Median(signing), "ms"),
            new("verifying: wall", Median(verifying), "ms"),
            new("searching for 50 withheld names: wall", Median(searching), "ms"),
        ];
    }

    private static async Task<IReadOnlyList<Measure>> MemoryAsync(TypstRenderer renderer, int documents)
    {
        var seen = new List<double>();
        for (var i = 0; i < documents; i++)
        {
            await renderer.RenderAsync(BenchDocument.Of(1000 + i), Options, CancellationToken.None);
            if (OperatingSystem.IsLinux())
            {
                seen.Add(ProcessTree.Megabytes(renderer.WorkerProcessId ?? throw new InvalidOperationException("The worker ended.")));
            }
        }

        return seen.Count < 10 ? [] :
        [
            new("worker memory: most", seen.Max(), "MB") { Most = 200 },
            new("worker memory: last tenth against second", Median(seen[^(seen.Count / 10)..]), "MB", Median(seen[(seen.Count / 10)..(seen.Count / 5)]), 1.1, LessIsBetter: true),
        ];
    }

    private static async Task<List<IPrinter>> PeersAsync(string folder)
    {
        var peers = new List<IPrinter>();
        if (OperatingSystem.IsLinux() && Program("chromium") is { } chromium)
        {
            peers.Add(await ChromiumPrinter.StartAsync(chromium, folder));
        }
        else
        {
            await Console.Error.WriteLineAsync("Chromium is not installed: left out.");
        }

        if (OperatingSystem.IsLinux() && Program("weasyprint") is not null && File.Exists("/usr/bin/python3"))
        {
            peers.Add(WeasyPrinter.Start("/usr/bin/python3", folder));
        }
        else
        {
            await Console.Error.WriteLineAsync("WeasyPrint is not installed: left out.");
        }

        return peers;
    }

    private static async Task<(double Wall, double Processor)> OnceAsync<T>(IReadOnlyList<int> processes, Func<Task<T>> work)
    {
        var before = processes.Where(p => p > 0).Sum(OwnTime);
        var wall = await Timed(work);
        return (wall, processes.Where(p => p > 0).Sum(OwnTime) - before);
    }

    /// <summary>This process without the peers that it started; of another process all that belongs to it.</summary>
    private static double OwnTime(int process) => process == Environment.ProcessId ? Environment.CpuUsage.TotalTime.TotalMilliseconds : OperatingSystem.IsLinux() ? ProcessTree.ProcessorMilliseconds(process) : 0;

    private static async Task<double> Timed<T>(Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static void Keep((List<double> Wall, List<double> Processor) times, (double Wall, double Processor) once, bool counts)
    {
        if (counts)
        {
            times.Wall.Add(once.Wall);
            times.Processor.Add(once.Processor);
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is { Count: > 0 } sorted ? sorted[sorted.Count / 2] : 0;

    private static int Number(string? typed, int otherwise) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;

    private static string? Program(string name) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);
}
