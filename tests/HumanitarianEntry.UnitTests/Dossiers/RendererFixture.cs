using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Rendering;
using Xunit;

[assembly: AssemblyFixture(typeof(HumanitarianEntry.UnitTests.Dossiers.RendererFixture))]

namespace HumanitarianEntry.UnitTests.Dossiers;

/// <summary>One worker for all dossier tests, and the sample as it is rendered.</summary>
public sealed class RendererFixture : IAsyncLifetime
{
    public TypstRenderer Renderer { get; } = new(new TypstRendererOptions());

    public static RenderOptions Options { get; } = new() { CreatedAt = new(2024, 1, 15, 9, 0, 0, TimeSpan.Zero) };

    public static DossierTexts French { get; } = DossierTexts.Load(Path.Combine(AppContext.BaseDirectory, "templates", "dossier"), "fr");

    public static DossierTexts German { get; } = DossierTexts.Load(Path.Combine(AppContext.BaseDirectory, "templates", "dossier"), "de");

    public static DossierDocument SampleDocument() => new DossierComposer(French).Compose(SampleDossier.Create());

    /// <summary>The words of the dossier in German; what it tells of the person stays as the sample has it.</summary>
    public static DossierDocument GermanSample() => new DossierComposer(German).Compose(SampleDossier.Create());

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Renderer.Dispose();
        return ValueTask.CompletedTask;
    }
}
