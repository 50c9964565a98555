using System.Text.Json.Nodes;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Notices;
using HumanitarianEntry.Notices.Labelling;
using Xunit;

namespace HumanitarianEntry.UnitTests.Notices;

public sealed class LabelsTests
{
    private static readonly Labels Words = Labels.Load(Templates.Folder("labels"));
    private static readonly CaseVocabulary Vocabulary = CaseVocabulary.Standard;

    public static TheoryData<string> Locales => [.. Labels.Locales];

    public static TheoryData<string> ApplicantLocales => [.. Labels.ApplicantLocales];

    [Theory]
    [MemberData(nameof(ApplicantLocales))]
    public void ForState_Applicant_ShowsOnlyTheSixCoarseStatuses(string locale)
    {
        Label[] coarse = [.. Vocabulary.ApplicantStatuses.Select(status => Words.ForApplicantStatus(locale, status))];
        Assert.Equal(6, coarse.Length);
        Label[] shown = [.. Vocabulary.States.Select(state => Words.ForState(locale, LabelAudience.Applicant, state)).OfType<Label>()];
        Assert.Empty(shown.Except(coarse));
        Assert.Empty(coarse.Except(shown));
        Assert.All(Vocabulary.Gates.Keys, gate => Assert.Contains(Words.ForGate(locale, LabelAudience.Applicant, gate), coarse));
    }

    /// <summary>Two places say what the applicant sees: the state table, which the program runs on, and the label files, which operators may edit. A null in the files keeps the earlier word.</summary>
    [Theory]
    [MemberData(nameof(ApplicantLocales))]
    public void ForState_Applicant_SaysWhatTheStateTableSays(string locale)
    {
        foreach (var row in StateTable.Rows)
        {
            if (Words.ForState(locale, LabelAudience.Applicant, row.State.ToString()) is { } shown)
            {
                Assert.Equal(Words.ForApplicantStatus(locale, row.Coarse.ToString()), shown);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void ForState_Staff_HasItsOwnWordsForEveryState(string locale)
    {
        Label[] labels = [.. Vocabulary.States.Select(state => Words.ForState(locale, LabelAudience.Staff, state)).OfType<Label>()];
        Assert.Equal(Vocabulary.States.Count, labels.Select(label => label.Description).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void ForOutcome_EveryGate_HasDifferentWordsForItsOutcomes(string locale) => Assert.All(Vocabulary.Gates, gate =>
        Assert.Equal(gate.Value.Count, gate.Value.Select(outcome => Words.ForOutcome(locale, gate.Key, outcome)).Distinct().Count()));

    [Theory]
    [InlineData("Emergency")]
    [InlineData("Parked")]
    [InlineData("Sealed")]
    public void ForState_SidePath_ChangesNothingForTheApplicantAndLooksTheSameToTheLiaison(string state)
    {
        Assert.Null(Words.ForState("en", LabelAudience.Applicant, state));
        Assert.Equal(Words.ForLiaisonStatus("en", "Paused"), Words.ForState("en", LabelAudience.Liaison, state));
    }

    [Theory]
    [InlineData("TravelHold")]
    [InlineData("Travelling")]
    public void ForState_Journey_IsNotShownToTheLiaison(string state) => Assert.Equal(
        Words.ForState("en", LabelAudience.Liaison, "TravelDocument"), Words.ForState("en", LabelAudience.Liaison, state));

    [Fact]
    public void ForState_UnknownStateOrLanguage_IsRefused()
    {
        Assert.Throws<KeyNotFoundException>(() => Words.ForState("en", LabelAudience.Staff, "Waiting"));
        Assert.Throws<KeyNotFoundException>(() => Words.ForState("kk", LabelAudience.Staff, "Referred"));
        Assert.Throws<KeyNotFoundException>(() => Words.ForState("uk", LabelAudience.Applicant, "Emergency"));
        Assert.Throws<KeyNotFoundException>(() => Words.ForApplicantStatus("uk", "Received"));
        Assert.Throws<KeyNotFoundException>(() => Words.ForOutcome("en", "decision", "maybe"));
    }

    [Theory]
    [InlineData("ru.json", "states", "TravelHold")]
    [InlineData("fr.json", "gates", "review")]
    [InlineData("en.json", "applicant", "WithPartner")]
    [InlineData("kk.json", "applicant", "WithPartner")]
    [InlineData("en.json", "liaison", "Recalled")]
    [InlineData("ru.json", "outcomes", "journey")]
    [InlineData("fr.json", "roles", "vetter")]
    [InlineData("audiences.json", "states", "Sealed")]
    public void Load_MissingWord_IsNamedWithItsFile(string name, string section, string key) =>
        AssertRefused(name, file => file[section]!.AsObject().Remove(key), key);

    [Fact]
    public void Load_MissingOutcome_IsNamedWithItsGate() =>
        AssertRefused("ru.json", file => file["outcomes"]!["decision"]!.AsObject().Remove("revoked"), "'decision' for: revoked");

    [Fact]
    public void Load_EmptyText_IsNamed() => AssertRefused("fr.json", file => file["states"]!["Closed"]!["description"] = " ", "Closed");

    [Fact]
    public void Load_EmptyTextForApplicantsOnly_IsNamed() => AssertRefused("de.json", file => file["applicant"]!["Closed"]!["description"] = " ", "Closed");

    [Fact]
    public void Load_WordForNobody_IsNamed() => AssertRefused("en.json", file => file["roles"]!["director"] = "Director", "director");

    [Fact]
    public void Load_UnknownCoarseStatus_IsNamed() => AssertRefused("audiences.json", file => file["states"]!["Assessment"]!["applicant"] = "Assessment", "Assessment");

    [Fact]
    public void Load_DoubledKey_IsRefused()
    {
        DirectoryInfo copy = Templates.CopyOf("labels");
        string path = Path.Combine(copy.FullName, "en.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"roles\": {", "\"roles\": {\n    \"vetter\": \"Analyst\",", StringComparison.Ordinal));
        Assert.Equal(path, Assert.Throws<TemplateException>(() => Labels.Load(copy.FullName)).Path);
        copy.Delete(recursive: true);
    }

    private static void AssertRefused(string name, Action<JsonNode> spoil, string complaint)
    {
        DirectoryInfo copy = Templates.CopyOf("labels");
        string path = Path.Combine(copy.FullName, name);
        JsonNode file = JsonNode.Parse(File.ReadAllText(path))!;
        spoil(file);
        File.WriteAllText(path, file.ToJsonString());

        TemplateException fault = Assert.Throws<TemplateException>(() => Labels.Load(copy.FullName));

        Assert.Equal(path, fault.Path);
        Assert.Contains(complaint, fault.Message, StringComparison.Ordinal);
        copy.Delete(recursive: true);
    }
}
