using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Proof;
using HumanitarianEntry.Dossiers.Rendering;
using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers.Proof;

/// <summary>The sample dossier as it is signed, and the key book that knows its key. DEMO.</summary>
internal static class SignedSample
{
    public static readonly DateTimeOffset KeyFrom = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset SignedAt = RendererFixture.Options.CreatedAt;

    public static SigningKey Key { get; } = SigningKey.Make("DEMO Organisation", KeyFrom);

    public static KeyBook Book { get; } = BookOf(KeyState.Current, null);

    public static KeyBook BookOf(KeyState state, DateTimeOffset? until) => new(SignedAt, [new(Key.Fingerprint, "DEMO Organisation", KeyFrom, until, state, Key.Certificate.RawData)]);

    public static DossierDocument Document()
    {
        var content = SampleDossier.Create();
        return new DossierComposer(RendererFixture.French).Compose(content with { Header = content.Header with { KeyFingerprint = Key.Fingerprint } });
    }

    public static async Task<byte[]> RenderAsync(RendererFixture fixture) =>
        (await fixture.Renderer.RenderAsync(Document(), RendererFixture.Options, TestContext.Current.CancellationToken)).Bytes.ToArray();

    public static async Task<byte[]> SignAsync(RendererFixture fixture) => PdfSigner.Sign(await RenderAsync(fixture), Key, SignedAt);

    public static string[] CodesOf(ReadOnlyMemory<byte> bytes, KeyBook? book = null, Expected? expected = null) => [.. DossierVerifier.Verify(bytes, book ?? Book, expected).Findings.Select(f => f.Code)];

    public static RenderedDossier AsRendered(byte[] bytes) => new(bytes, string.Empty, 0, []);
}
