using System.Text.RegularExpressions;
using HumanitarianEntry.Web.Shared.Desk;
using Xunit;

namespace HumanitarianEntry.WebTests.Shell;

/// <summary>What acts and definitions tell apart from gates has words in the inbox. The source is read, because topics are said where the act is written.</summary>
public sealed partial class NoticeTopicsTests
{
    [Fact]
    public void Topic_ToldByAnActOrPublishedByADefinition_HasWords()
    {
        var root = Root();
        var acts = Directory.EnumerateFiles(Path.Combine(root, "src", "HumanitarianEntry.Domain"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);
        var topics = acts.SelectMany(text => Told().Matches(text)).Concat(Directory.EnumerateFiles(Path.Combine(root, "workflows"), "*.v*.json").Select(File.ReadAllText).SelectMany(text => Published().Matches(text)))
            .Select(match => match.Groups["topic"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("paper-expires-soon", topics);
        Assert.Contains("embassy-silent", topics);
        Assert.Empty(topics.Except(NoticeWords.KnownTopics));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HumanitarianEntry.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("""new Told\([^;]*?"(?<topic>[a-z-]+)"\)|const string Topic = "(?<topic>[a-z-]+)";""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Told();

    [GeneratedRegex("\"eventName\": \\{[^}]*\"value\": \"(?<topic>[a-z-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Published();
}
