using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using Content = HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>What changed from version to version, told from the hashes of what each was made from. A recipient reads of his own versions only.</summary>
internal static class VersionPart
{
    public static IEnumerable<Content.VersionChange> Changes(Desk desk)
    {
        var own = desk.File.Dossier.Requests.Where(r => r.Value.Kind == DossierKind.Full && r.Value.RecipientFunction == desk.Material.Request.RecipientFunction && r.Value.Version <= desk.Material.Request.Version).ToList();
        return own.Select((request, i) => new Content.VersionChange(
            FactWords.Fill("{0}", request.Value.Version), FactWords.Day(request.Provenance.At), i == 0 ? desk.Texts.FirstVersion : Change(desk, own[i - 1], request)));
    }

    private static string Change(Desk desk, Recorded<DossierRequest> before, Recorded<DossierRequest> after)
    {
        if (before.Value.Parts is not { } old || after.Value.Parts is not { } now)
        {
            return desk.Texts.LaterVersion;
        }

        var version = FactWords.Fill("{0}", before.Value.Version);
        var titles = Titles(desk);
        var changed = titles.Where(t => old.GetValueOrDefault(t.Part) != now.GetValueOrDefault(t.Part)).Select(t => t.Title).Distinct(StringComparer.Ordinal).ToList();
        var reconfirmed = desk.File.Interview.ReadBacks.LastOrDefault(r => r.Value.Confirmed && r.Provenance.At > before.Provenance.At && r.Provenance.At <= after.Provenance.At);
        string?[] said =
        [
            changed.Count > 0 ? FactWords.Fill(desk.Texts.VersionChanged, version, string.Join(desk.Texts.Between, changed)) : FactWords.Fill(desk.Texts.VersionUnchanged, version),
            old.GetValueOrDefault("disclosure") != now.GetValueOrDefault("disclosure") ? desk.Texts.VersionOtherProfile : null,
            before.Value.Language != after.Value.Language ? FactWords.Fill(desk.Texts.VersionOtherLanguage, version) : null,
            reconfirmed is not null ? FactWords.Fill(desk.Texts.VersionReconfirmed, desk.Words.Date(reconfirmed.Provenance.At)) : null,
        ];
        return string.Join(' ', said.OfType<string>());
    }

    /// <summary>The parts in the order and by the titles of the sections in which they stand.</summary>
    private static IEnumerable<(string Part, string Title)> Titles(Desk desk)
    {
        var texts = desk.Material.Texts;
        return
        [
            ("request", texts.Request.Title), ("case", texts.Case.Title), ("person", texts.Person.Title), ("relatives", texts.Relatives.Title), ("travelDocument", texts.TravelDocument.Title), ("leaving", texts.TravelDocument.Title), ("host", texts.Host.Title), ("hostEvents", texts.Host.Title),
            ("service", texts.Service.Title), ("refusal", texts.Refusal.Title), ("engagement", texts.Engagement.Title), ("vetting", texts.Vetting.Title), ("reception", texts.Reception.Title),
            ("earlier", texts.Earlier.Title), ("declaration", texts.Declaration.Title), ("annexes", texts.Annexes.Title), ("claims", texts.Claims.Title),
        ];
    }
}
