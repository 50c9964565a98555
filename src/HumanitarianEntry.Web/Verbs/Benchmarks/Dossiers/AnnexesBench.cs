using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using HumanitarianEntry.Casework;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.DossierMaking;
using HumanitarianEntry.Casework.DossierMaking.LeakSearch;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Replay;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Notices.Mail;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Dossiers;

/// <summary>
/// Case A with forty more annexes of five megabytes through every part that makes a version: sealed store, typesetter, signature, search of the finished file, sealed store again.
/// The memory is the resident memory of this process, at its highest; the typesetter has a process of its own.
/// </summary>
internal static class AnnexesBench
{
    private const int Annexes = 40;
    private const int Megabyte = 1024 * 1024;
    private const int Size = 5 * Megabyte;

    public static async Task<IReadOnlyList<Measure>> MeasureAsync(string folder)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, "annexes")).FullName;
        var storage = StorageOptions.InFolder(place);
        var replayed = await CaseReplay.RunAsync(Path.Combine(AppContext.BaseDirectory, "cases", "case-a.yaml"), BenchDatabases.Replay(storage, place), CancellationToken.None);
        if (!replayed.Ok)
        {
            throw new InvalidOperationException($"Case A did not run to its end: {replayed.Failure}");
        }

        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddCasework(new CaseworkOptions
        {
            Storage = storage,
            WorkflowsPath = Path.Combine(AppContext.BaseDirectory, "workflows"),
            TemplatesPath = Path.Combine(AppContext.BaseDirectory, "templates"),
            Mail = new MailSettings { Mode = MailMode.Off },
        }).BuildServiceProvider();
        await services.GetRequiredService<StorageStartup>().OpenAsync(migrate: true, CancellationToken.None);
        var file = await WithAnnexesAsync(services);

        var before = Resident.AtRest();
        var clock = Stopwatch.StartNew();
        var (size, set, searched, kept) = await MakeAsync(services, file);
        var (taken, highest) = (clock.Elapsed.TotalSeconds, Math.Max(set, Math.Max(searched, kept)));
        var name = string.Create(CultureInfo.InvariantCulture, $"{Annexes} annexes of 5 MB");
        return
        [
            new Measure($"{name}: size of the version", size / Megabyte, "MB"),
            new Measure($"{name}: set, signed, searched, kept", taken, "s"),
            new Measure($"{name}: memory of this process, most", highest, "MB"),
            new Measure($"{name}: memory while set and signed", set - before, "MB"),
            new Measure($"{name}: memory while searched", searched - before, "MB"),
            new Measure($"{name}: memory while kept", kept - before, "MB"),
            new Measure($"{name}: memory above what it had", highest - before, "MB") { Most = 300 },
        ];
    }

    private static async Task<(double Size, double Set, double Searched, double Kept)> MakeAsync(IServiceProvider services, CaseFile file)
    {
        var rules = services.GetRequiredService<Casework.Programmes.ProgrammeLibrary>().For(file.ProgrammeId).Rules;
        var request = new DossierRequest(file.Dossier.Requests.Count + 1, "fr", rules.Recipients[0], string.Empty);
        var at = TimeProvider.System.GetUtcNow();
        Resident.ForgetHighest();
        var made = await services.GetRequiredService<DossierMaker>().MakeAsync(file, request, at, isDraft: false, CancellationToken.None);
        var set = Resident.Highest();
        Resident.ForgetHighest();
        var profile = DossierAudience.Of(rules, request.RecipientFunction).Profile;
        await services.GetRequiredService<LeakScanner>().ScanAsync(file, profile, made.Bytes, CancellationToken.None);
        var searched = Resident.Highest();
        Resident.ForgetHighest();
        using var content = FileContent.StreamOf(made.Bytes);
        var kept = await services.GetRequiredService<CaseFiles>().ReceiveAsync(file.Id, content, "dossier-1.pdf", CancellationToken.None);
        return (kept.Size, set, searched, Resident.Highest());
    }

    /// <summary>The case with an item that its dossier carries, so many times over, each with a copy of its own in the sealed store. What a JPEG holds does not compress.</summary>
    private static async Task<CaseFile> WithAnnexesAsync(IServiceProvider services)
    {
        var cases = services.GetRequiredService<CaseDatabase>();
        Guid id;
        await using (var db = cases.CreateDbContext())
        {
            id = db.Cases.Select(c => c.Id).Single();
        }

        var file = await CaseLoader.ReadAsync(cases, services.GetRequiredService<CompartmentSealer>(), id, null, CancellationToken.None) ?? throw new InvalidOperationException("Case A is not there.");
        var evidence = file.Evidence;
        var item = evidence.Items.Find(i => FileRules.IsCarried(file, i.Value) && FileRules.CopyOf(evidence, i.Value) is not null && !AnnexRules.IsMedical(i.Value)) ?? throw new InvalidOperationException("Case A has no annex.");
        var grade = evidence.Grades.FindLast(g => g.Value.Item == item.Value.Label)!;
        for (var i = 1; i <= Annexes; i++)
        {
            var bytes = RandomNumberGenerator.GetBytes(Size);
            ((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF, 0xE0]).CopyTo(bytes);
            var stored = await services.GetRequiredService<CaseFiles>().ReceiveAsync(id, new MemoryStream(bytes), "annex.jpg", CancellationToken.None);
            var label = string.Create(CultureInfo.InvariantCulture, $"E{900 + i}");
            var copy = new WorkingCopy(stored.FileId, stored.Sha256, stored.Size, "jpeg", stored.FileId, stored.Sha256, "bench", "none", item.Provenance.At);
            evidence = evidence with
            {
                Items = evidence.Items.Add(item with { Value = item.Value with { Label = label, File = stored } }),
                Grades = evidence.Grades.Add(grade with { Value = grade.Value with { Item = label } }),
                Examinations = evidence.Examinations.Add(new(new FileExamination(label, stored.FileId, stored.Sha256, ScanVerdict.Clean) { Copy = copy }, item.Provenance)),
            };
        }

        return file with { Evidence = evidence };
    }
}
