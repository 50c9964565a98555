using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.HostCountries;
using HumanitarianEntry.Casework.Programmes;

namespace HumanitarianEntry.Casework.Seeding;

/// <summary>Invented reports on the country where the people of the demonstration wait. The second one speaks English only, so that a dossier in another language shows how it says so.</summary>
internal static class DemoReports
{
    public const string Country = "KZ";

    private static readonly ImmutableList<HostReport> All =
    [
        new(ReportTopic.OnReturn, "Returned and sentenced: a year of trials for leaving the unit (DEMO)", "Invented Observatory of Courts (DEMO)", "2024-10-16", "https://observatory.invalid/demo/returned-and-sentenced-2024",
            Says("en", "Whoever was returned was tried within weeks, and most were sent back to the front on probation (DEMO).")
                .Add("fr", "Les personnes renvoyées ont été jugées en quelques semaines et, pour la plupart, renvoyées au front avec sursis (DEMO).")
                .Add("de", "Wer zurückgeführt wurde, kam binnen Wochen vor Gericht; die meisten wurden auf Bewährung wieder an die Front geschickt (DEMO)."),
            "Invented for the demonstration", Confirmed: true),
        new(ReportTopic.InCountry, "Waiting without a paper: asylum seekers and checks in the street (DEMO)", "Invented Bureau for Refugees (DEMO)", "2025-03", "https://bureau.invalid/demo/waiting-without-a-paper",
            Says("en", "Certificates of asylum seekers were not always accepted by the police, and several people were held for up to two days (DEMO)."), "Invented for the demonstration", Confirmed: true),
    ];

    /// <summary>The profile with these reports behind those that it has.</summary>
    public static string AddedTo(string profile)
    {
        var document = JsonNode.Parse(profile)!.AsObject();
        var reports = document["reports"]?.DeepClone().AsArray() ?? [];
        foreach (var report in All)
        {
            reports.Add(JsonSerializer.SerializeToNode(report, HostProfile.Options));
        }

        document["reports"] = reports;
        return document.ToJsonString(ProgrammeLibrary.Indented);
    }

    private static ImmutableSortedDictionary<string, string> Says(string language, string sentence) => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(language, sentence);
}
