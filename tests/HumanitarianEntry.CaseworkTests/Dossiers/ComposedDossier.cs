using HumanitarianEntry.Casework.DossierMaking;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Preview;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.CaseworkTests.Dossiers;

/// <summary>The content of a French dossier from the richer case, changed as a test wants it.</summary>
internal static class ComposedDossier
{
    public const string Post = "Embassy of France in Astana, consular section";

    public static DossierTexts Texts { get; } = DossierTexts.Load(Path.Combine(CaseworkStore.Root, "templates", "dossier"), "fr");

    public static string Html(DossierContent content) => System.Net.WebUtility.HtmlDecode(HtmlPreview.Render(new DossierComposer(Texts).Compose(content))).Replace('\u00A0', ' ');

    public static async Task<(CaseFile File, Func<CaseFile, DisclosureProfile?, DossierContent> Make)> OfAsync(TestStore store)
    {
        var demo = await RicherCase.ToDossierAsync(store);
        var file = await demo.FileAsync();
        var programme = store.Services.GetRequiredService<ProgrammeLibrary>().For(file.ProgrammeId);
        var asOf = file.Evidence.Items[^1].Provenance.At.AddHours(1);
        return (file, (changed, profile) => DossierComposition.Compose(new DossierMaterial(changed, new DossierRequest(1, "fr", Post, string.Empty), asOf,
            profile is null ? programme : programme with { Rules = programme.Rules with { Profiles = programme.Rules.Profiles.SetItem(Post, profile) } }, Texts, new Dictionary<Guid, FileContent>())));
    }
}
