using System.Diagnostics;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.DossierMaking.LeakSearch;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Families;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.Reception;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Dossiers.Reading;
using HumanitarianEntry.Dossiers.Rendering;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static HumanitarianEntry.CaseworkTests.Screening.DemoCase;

namespace HumanitarianEntry.CaseworkTests.Dossiers;

/// <summary>The search of real finished dossiers, and what it holds back. Everybody is invented.</summary>
public sealed class LeakScanTests
{
    private const string Kind = "render-dossier";
    private const string Post = "Embassy of France in Astana, consular section";

    [Fact]
    public async Task Release_NameOfARelativeInTheText_IsHeldBackUntilTheTextIsMended()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await WalkedCase.ToDossierAsync(store);
        await demo.DoAsync(Screener, new RecordFamilyMember(Relation.Sibling, "Зульфия Вымышленная"));
        await demo.DoAsync(Coordinator, new OfferReception("Maison d’accueil DEMO", "Chez sa sœur Zoulfia Vymychlennaïa, une chambre."));

        var scan = await MakeAsync(demo);

        var hit = Assert.Single(scan.Hits);
        Assert.Equal((WithheldKind.RelativeName, LeakPlace.Page), (hit.Kind, hit.Place));
        Assert.True(hit.Page > 1 && hit.Excerpt.Contains("Vymychlennaïa", StringComparison.Ordinal), hit.Excerpt);
        Assert.Contains("leak-found", Release(await demo.FileAsync()));

        await demo.DoAsync(Coordinator, new OfferReception("Maison d’accueil DEMO", "Chez une proche, une chambre."));
        Assert.Empty((await MakeAsync(demo)).Hits);
        Assert.DoesNotContain(Release(await demo.FileAsync()), code => code.StartsWith("leak", StringComparison.Ordinal));

        // Whoever becomes known afterwards was not looked for.
        await demo.DoAsync(Screener, new RecordFamilyMember(Relation.Parent, "Клавдия Придуманная"));
        Assert.Contains("leak-scan-is-outdated", Release(await demo.FileAsync()));
    }

    [Fact]
    public async Task Release_HandleInAnAttachedPdf_IsHeldBackAndAPdfThatCannotBeReadIsNotAttached()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await WalkedCase.ToDossierAsync(store);
        var handle = (await demo.FileAsync()).Contact.Plans[^1].Value.Channels[0].Handle;
        await AttachAsync(store, demo, OnePage($"Write to {handle} at night"));
        await AttachAsync(store, demo, "%PDF-1.4\n1 0 obj\n<< broken"u8.ToArray());

        var scan = await MakeAsync(demo);

        Assert.Contains(scan.Hits, h => h is { Kind: WithheldKind.ContactHandle, Place: LeakPlace.Page, File: "annexe-02.pdf", Page: 1 });

        // What cannot be cleaned has no working copy, and only copies are attached.
        Assert.DoesNotContain(scan.Hits, h => h is { File: "annexe-03.pdf" });
        Assert.Equal(Domain.EvidenceFiles.NoCopyReason.Broken, (await demo.FileAsync()).Evidence.Examinations[^1].Value.NoCopy);
    }

    [Fact]
    public async Task Scan_EverybodyWhoEverActedOnTheCase_IsACollegueButThePostIsNot()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await ConsentedAsync(store);
        var file = await demo.FileAsync();
        string[] names = ["Quillwright", "Thistlebeck", "Ormsgarth", "Penhallow", "Wrenfold", "Dunmarrow", "Oakhanger", "Liaisonby"];
        var people = await SeatAsync(store, names);
        Provenance At(int number, Role role = Role.Vetter) => file.Contact.Referrals[0].Provenance with { By = people[number], Role = role };
        var decision = new GateDecision(Gate.Vetting, "cleared", "x", [], At(0), At(1), [new Opinion("x", "x", At(2))]) { Agreeing = [new Opinion("cleared", "x", At(3))] };
        file = file with
        {
            Assignments = [],
            Vetting = file.Vetting with { Decisions = [decision], Adjudications = [new(new HitAdjudication("h", "a", HitOutcome.NotSame, "x"), At(4))] },
            Evidence = file.Evidence with { Supports = [new(new Support("E1.1", "E1", SupportKind.OutsideSource, "x"), At(5))] },
            Interview = file.Interview with { Sessions = [new(new InterviewSession(1, InterviewMode.Video, "ru", false, "2"), At(6))] },
            Dossier = file.Dossier with { Decisions = [new GateDecision(Gate.Decision, "granted", "x", [], At(7, Role.EmbassyLiaison), null, [])] },
        };

        LeakScan scan;
        try
        {
            scan = await store.Services.GetRequiredService<LeakScanner>().ScanAsync(file, DisclosureProfile.Standard, OnePage(string.Join(") Tj 0 -40 Td (", names.Select(n => $"{n} and then nothing at all for a long while"))), CancellationToken.None);
        }
        catch (PdfReaderException)
        {
            Assert.Skip("The dossier worker is not installed.");
            return;
        }

        Assert.All(scan.Hits, h => Assert.Equal(WithheldKind.StaffName, h.Kind));
        Assert.Equal(names[..^1], names.Where(n => scan.Hits.Any(h => h.Excerpt.Contains(n, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Render_ReaderOfPdfsMissing_RecordsNoVersionAndSaysSo()
    {
        await using var store = await CaseworkStore.OpenAsync(more: parts => parts.AddSingleton<IPdfTextReader>(new NodePdfReader(nodePath: "/nowhere/node")));
        var demo = await WalkedCase.ToDossierAsync(store);
        await demo.DoAsync(DossierOfficer, new MakeDossier("fr", Post));

        Assert.Equal((false, "leak-scan-not-run"), Assert.Single(await demo.WorkAsync(Kind)));

        var file = await demo.FileAsync();
        Assert.Empty(file.Dossier.Versions);
        Assert.Equal("leak-scan-not-run", Assert.Single(file.Dossier.OpenTroubles).Value.Code);
    }

    [Fact]
    public async Task Render_WorkerKilledInTheMiddle_LeavesNoHalfVersionAndIsDoneAgain()
    {
        var renderer = new TypstRenderer(new TypstRendererOptions());
        await using var store = await CaseworkStore.OpenAsync(more: parts => parts.AddSingleton<IDossierRenderer>(new Killing(renderer, times: 1)));
        var demo = await WalkedCase.ToDossierAsync(store);
        await demo.DoAsync(DossierOfficer, new MakeDossier("fr", Post));

        Assert.Equal((false, "renderer-died"), Assert.Single(await demo.WorkAsync(Kind)));
        Assert.Empty((await demo.FileAsync()).Dossier.Versions);
        await using (var db = store.Cases.CreateDbContext())
        {
            // The annex and its working copy, nothing of the dossier.
            Assert.Equal(2, await db.StoredFiles.CountAsync(f => f.CaseId == demo.Id, CancellationToken.None));
            await db.Outbox.Where(o => o.CaseId == demo.Id && o.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(o => o.DueAt, o => o.CreatedAt), CancellationToken.None);
        }

        Assert.Equal((true, null), Assert.Single(await demo.WorkAsync(Kind)));
        Assert.Single((await demo.FileAsync()).Dossier.Versions);
    }

    [Fact]
    public async Task Render_TwiceFromOneRequest_GivesTheSameBytes()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await WalkedCase.ToDossierAsync(store);
        await demo.DoAsync(DossierOfficer, new MakeDossier("fr", Post));
        var file = await demo.FileAsync();
        var (request, maker) = (file.Dossier.Requests[^1], store.Services.GetRequiredService<HumanitarianEntry.Casework.DossierMaking.DossierMaker>());

        var once = await maker.MakeAsync(file, request.Value, request.Provenance.At, isDraft: false, CancellationToken.None);
        var again = await maker.MakeAsync(file, request.Value, request.Provenance.At, isDraft: false, CancellationToken.None);
        var draft = await maker.MakeAsync(file, request.Value, request.Provenance.At, isDraft: true, CancellationToken.None);

        Assert.Equal(once.Sha256, again.Sha256);
        Assert.Equal(["signature-removed"], HumanitarianEntry.Dossiers.Proof.DossierVerifier.Verify(draft.Bytes, null).Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task Qpdf_RedactedText_IsAbsentFromTheUnpackedBytes()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await WalkedCase.ToDossierAsync(store);
        await MakeAsync(demo);
        var version = (await demo.FileAsync()).Dossier.Versions[^1];
        var (pdf, plain) = (Path.Combine(store.Folder, "d.pdf"), Path.Combine(store.Folder, "d.qdf"));
        var opened = (await store.Services.GetRequiredService<CaseFiles>().OpenAsync(demo.Id, version.FileId, CancellationToken.None))!.Value;
        await using (var content = opened.Content)
        await using (var target = File.Create(pdf))
        {
            await content.CopyToAsync(target);
        }

        await PdfTools.RunAsync("qpdf", pdf, "--qdf", "--object-streams=disable", "{file}", plain);

        var bytes = await File.ReadAllTextAsync(plain, System.Text.Encoding.Latin1);
        Assert.True(bytes.Contains("manifest.json", StringComparison.Ordinal));
        string[] unsaid = ["Nobody", "DEMO Witness", "43.23805", "000 00 17", "white rook", "raport.pdf"];
        Assert.Equal([], unsaid.Where(s => bytes.Contains(s, StringComparison.OrdinalIgnoreCase) || bytes.Contains(Utf16(s), StringComparison.OrdinalIgnoreCase)));
    }

    private static string Utf16(string text) => Convert.ToHexStringLower(System.Text.Encoding.BigEndianUnicode.GetBytes(text));

    private static async Task<LeakScan> MakeAsync(DemoCase demo)
    {
        await demo.DoAsync(DossierOfficer, new MakeDossier("fr", Post));
        var outcome = (await demo.WorkAsync(Kind))[^1];
        Assert.SkipWhen(outcome.Code is "renderer-missing" or "leak-scan-not-run", "The dossier worker is not installed.");
        Assert.Equal((true, null), outcome);
        return (await demo.FileAsync()).Dossier.Versions[^1].Scan!;
    }

    private static IEnumerable<string> Release(Domain.Cases.CaseFile file) => LeakRules.AgainstRelease(file, file.Dossier.Versions[^1]).Select(b => b.Code);

    private static async Task<Guid[]> SeatAsync(TestStore store, IReadOnlyList<string> names)
    {
        await using var db = store.Cases.CreateDbContext();
        foreach (var (name, i) in names.Select((name, i) => (name, i)))
        {
            var account = new StaffAccount { Id = new Guid(200 + i, 0, 0, new byte[8]), UserName = $"u{i}", NormalizedUserName = $"U{i}", OrganisationId = "north", SecurityStamp = $"{i}" };
            store.Services.GetRequiredService<StaffNames>().SetDisplayName(account, $"Nora {name}");
            db.Users.Add(account);
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return [.. names.Select((_, i) => new Guid(200 + i, 0, 0, new byte[8]))];
    }

    private static async Task AttachAsync(TestStore store, DemoCase demo, byte[] pdf)
    {
        using var content = new MemoryStream(pdf);
        var file = await store.Services.GetRequiredService<CaseFiles>().ReceiveAsync(demo.Id, content, "x.pdf", CancellationToken.None);
        await demo.DoAsync(Custodian, new AddEvidence(EvidenceType.ResignationReport, "Pièce DEMO", "applicant") { ClaimedOn = Domain.People.PartialDate.Parse("2022-08-25"), File = file });
        await demo.DoAsync(Custodian, new GradeEvidence((await demo.FileAsync()).Evidence.Items[^1].Value.Label, Reliability.B, 3, "Original examiné."));
        Assert.True((await demo.WorkAsync("examine-file")).TrueForAll(row => row.Done));
    }

    private static byte[] OnePage(string text)
    {
        var stream = $"BT /F1 12 Tf 72 700 Td ({text}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
            $"<< /Length {stream.Length} >>\nstream\n{stream}\nendstream",
        ];
        var pdf = new System.Text.StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (body, i) in objects.Select((o, i) => (o, i)))
        {
            offsets.Add(pdf.Length);
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{body}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 5\n0000000000 65535 f \n{string.Concat(offsets.Select(o => $"{o:0000000000} 00000 n \n"))}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return System.Text.Encoding.Latin1.GetBytes(pdf.ToString());
    }

    /// <summary>The real renderer, whose worker is killed while it sets, as often as told.</summary>
    private sealed class Killing(TypstRenderer renderer, int times) : IDossierRenderer, IDisposable
    {
        private int left = times;

        public async Task<RenderedDossier> RenderAsync(HumanitarianEntry.Dossiers.Documents.DossierDocument document, RenderOptions options, CancellationToken cancellationToken)
        {
            if (left-- <= 0)
            {
                return await renderer.RenderAsync(document, options, cancellationToken);
            }

            var setting = renderer.RenderAsync(document, options, cancellationToken);
            var killed = new HashSet<int>();
            while (!setting.IsCompleted && killed.Count < 2)
            {
                try
                {
                    if (renderer.WorkerProcessId is { } id && killed.Add(id))
                    {
                        using var worker = Process.GetProcessById(id);
                        worker.Kill(entireProcessTree: true);
                    }
                }
                catch (Exception gone) when (gone is InvalidOperationException or ArgumentException)
                {
                    // The renderer let go of it between the two looks.
                    continue;
                }

                await Task.Yield();
            }

            return await setting;
        }

        public void Dispose() => renderer.Dispose();
    }
}
