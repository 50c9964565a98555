using HumanitarianEntry.Casework;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.ProofKeys;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Casework.Verbs;
using HumanitarianEntry.CaseworkTests.Dossiers;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Dossiers.Proof;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using static HumanitarianEntry.CaseworkTests.Screening.DemoCase;

namespace HumanitarianEntry.CaseworkTests.ProofKeys;

public sealed class SigningKeysTests
{
    [Fact]
    public async Task Current_FirstNeedOfSeveralNodesAtOnce_IsOneKeyThatStays()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var nodes = Enumerable.Range(0, 4).Select(_ => NodeOf(store)).ToList();

        var found = await Task.WhenAll(nodes.Select(n => Task.Run(() =>
        {
            using var key = n.Current();
            return key.Fingerprint;
        })));

        Assert.Single(found.Distinct());
        Assert.Equal([found[0]], NodeOf(store).Book().Keys.Select(k => k.Fingerprint));
        Assert.Equal(KeyState.Current, NodeOf(store).Book().Keys[0].State);
    }

    [Fact]
    public async Task Current_OnDisk_IsSealedAndClosedToOthers()
    {
        await using var store = await CaseworkStore.OpenAsync();
        using var key = NodeOf(store).Current();

        var file = Assert.Single(Directory.GetFiles(FolderOf(store)));

        var stored = System.Text.Json.JsonDocument.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).RootElement.GetProperty("sealedPrivate").GetBytesFromBase64();
        Assert.Equal(-1, stored.AsSpan().IndexOf(key.Export().AsSpan(30, 100)));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        await using var other = await CaseworkStore.OpenAsync();
        StoreFoldersCopy(FolderOf(store), FolderOf(other));
        Assert.Throws<SealBrokenException>(() => NodeOf(other).Current());
    }

    [Fact]
    public async Task Rotate_KeyInUse_StaysInTheBookAndCanSignNothingMore()
    {
        await using var store = await CaseworkStore.OpenAsync();
        using var first = NodeOf(store).Current();

        var book = NodeOf(store).Rotate(compromised: false);
        using var second = NodeOf(store).Current();

        Assert.Equal([(first.Fingerprint, KeyState.Retired), (second.Fingerprint, KeyState.Current)], book.Keys.Select(k => (k.Fingerprint, k.State)));
        Assert.Equal(book.Keys[1].From, book.Keys[0].Until);
        Assert.Equal([false, true], Directory.GetFiles(FolderOf(store)).Order(StringComparer.Ordinal).Select(f => File.ReadAllText(f).Contains("sealedPrivate", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Rotate_Compromised_IsMarkedEvenWhenBrokenOffBeforeTheNewKey()
    {
        await using var store = await CaseworkStore.OpenAsync();
        using var first = NodeOf(store).Current();
        new KeyFolder(FolderOf(store)).MarkCompromised(1);

        using var second = NodeOf(store).Current();

        Assert.NotEqual(first.Fingerprint, second.Fingerprint);
        Assert.Equal([KeyState.Compromised, KeyState.Current], NodeOf(store).Book().Keys.Select(k => k.State));
    }

    [Fact]
    public async Task RotateVerb_FingerprintOfARetiredKey_MarksThatOneAndGoesOnSigning()
    {
        await using var store = await CaseworkStore.OpenAsync();
        using var first = NodeOf(store).Current();
        NodeOf(store).Rotate(compromised: false);
        using var second = NodeOf(store).Current();
        var written = string.Join(' ', first.Fingerprint.ToUpperInvariant().Chunk(8).Select(part => new string(part)));

        Assert.Equal(0, await SigningKeyVerbs.RotateAsync(store.Services, ["--compromised", written], TextWriter.Null, TextWriter.Null));

        Assert.Equal([(first.Fingerprint, KeyState.Compromised), (second.Fingerprint, KeyState.Current)], NodeOf(store).Book().Keys.Select(k => (k.Fingerprint, k.State)));
        using var still = NodeOf(store).Current();
        Assert.Equal(second.Fingerprint, still.Fingerprint);

        Assert.Equal(0, await SigningKeyVerbs.RotateAsync(store.Services, ["--compromised", second.Fingerprint], TextWriter.Null, TextWriter.Null));
        Assert.Equal([KeyState.Compromised, KeyState.Compromised, KeyState.Current], NodeOf(store).Book().Keys.Select(k => k.State));
    }

    [Fact]
    public async Task RotateVerb_UnknownFingerprintOrNoOption_ChangesNothingAndSaysSo()
    {
        await using var store = await CaseworkStore.OpenAsync();
        using var first = NodeOf(store).Current();
        using var error = new StringWriter();

        Assert.Equal(1, await SigningKeyVerbs.RotateAsync(store.Services, ["--compromised", first.Fingerprint[..8]], TextWriter.Null, error));
        Assert.Equal(2, await SigningKeyVerbs.RotateAsync(store.Services, [first.Fingerprint], TextWriter.Null, TextWriter.Null));

        Assert.Contains("No signing key has this fingerprint", error.ToString(), StringComparison.Ordinal);
        Assert.Equal([KeyState.Current], NodeOf(store).Book().Keys.Select(k => k.State));
    }

    [Fact]
    public async Task VerifyVerb_DossierOfACase_IsGenuineUntilItsKeyIsCompromised()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await WalkedCase.ToDossierAsync(store);
        await demo.DoAsync(DossierOfficer, new MakeDossier("fr", "Embassy of France in Astana, consular section"));
        var outcome = Assert.Single(await demo.WorkAsync("render-dossier"));
        Assert.SkipWhen(outcome.Code == "renderer-missing", "The dossier worker is not installed.");
        var (pdf, book) = (Path.Combine(store.Folder, "signed.pdf"), Path.Combine(store.Folder, "keys.json"));
        await SaveAsync(store, demo, pdf);
        Assert.Equal(0, await SigningKeyVerbs.ExportAsync(store.Services, [book], TextWriter.Null, TextWriter.Null));

        var (code, said) = await VerifyAsync(pdf, "--key-book", book, "--expect-version", "1");
        Assert.StartsWith("GENUINE", said, StringComparison.Ordinal);
        Assert.Contains("Ambassade de France à Astana", said, StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.Contains("\"genuine\": true", (await VerifyAsync(pdf, "--key-book", book, "--json")).Said, StringComparison.Ordinal);

        // The cover names the key that signed it.
        using var key = NodeOf(store).Current();
        Assert.Contains(key.Fingerprint[..8], await PdfTools.RunAsync("pdftotext", pdf, "-l", "1", "{file}", "-"), StringComparison.Ordinal);
        Assert.Contains("Signature is Valid", await PdfTools.RunAsync("pdfsig", pdf, "-nocert", "{file}"), StringComparison.Ordinal);

        Assert.Equal((1, true), (await VerifyAsync(pdf)) is var without ? (without.Code, without.Said.StartsWith("NOT CONFIRMED", StringComparison.Ordinal)) : default);
        Assert.Equal(0, await SigningKeyVerbs.RotateAsync(store.Services, ["--compromised"], TextWriter.Null, TextWriter.Null));
        File.Move(book, book + ".old");
        Assert.Equal(0, await SigningKeyVerbs.ExportAsync(store.Services, [book], TextWriter.Null, TextWriter.Null));
        Assert.Contains("compromised", (await VerifyAsync(pdf, "--key-book", book)).Said, StringComparison.Ordinal);
        Assert.Equal(2, (await VerifyAsync()).Code);
        Assert.Equal(1, (await VerifyAsync(pdf, "--key-book", pdf)).Code);
    }

    private static async Task<(int Code, string Said)> VerifyAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (await VerifyDossierVerb.RunAsync(arguments, output, error), output.ToString());
    }

    private static async Task SaveAsync(TestStore store, DemoCase demo, string path)
    {
        var version = Assert.Single((await demo.FileAsync()).Dossier.Versions);
        var opened = (await store.Services.GetRequiredService<CaseFiles>().OpenAsync(demo.Id, version.FileId, CancellationToken.None))!.Value;
        await using var content = opened.Content;
        await using var file = File.Create(path);
        await content.CopyToAsync(file);
    }

    private static void StoreFoldersCopy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private static SigningKeys NodeOf(TestStore store) =>
        new(store.Services.GetRequiredService<CaseworkOptions>(), store.Services.GetRequiredService<InstallationSealer>(), TimeProvider.System, NullLogger<SigningKeys>.Instance);

    private static string FolderOf(TestStore store) => Path.Combine(store.Services.GetRequiredService<CaseworkOptions>().Storage.FilesPath, KeyFolder.Name);
}
