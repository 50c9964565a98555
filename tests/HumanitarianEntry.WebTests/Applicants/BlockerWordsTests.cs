using System.Text.RegularExpressions;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Texts;
using HumanitarianEntry.WebTests.Architecture;
using Xunit;

namespace HumanitarianEntry.WebTests.Applicants;

/// <summary>No English sentence of the domain may reach an applicant: every reason an act of his can be refused for has words of its own in each language.</summary>
public sealed partial class BlockerWordsTests
{
    [Fact]
    public void EveryBlockerOfAnApplicantsAct_HasWordsInEveryLanguage()
    {
        var catalogue = TextCatalogue.FromAssembly();
        var sources = Repository.Files("src/HumanitarianEntry.Domain", ".cs").Select(f => f.Text).ToList();
        var acts = typeof(Act).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Act)) && t.GetCustomAttributes(typeof(ActKindAttribute), false) is [ActKindAttribute rule] && rule.Roles.Contains(Role.Applicant)).ToList();
        Assert.True(acts.Count >= 8, "fewer acts than the person's pages use");

        var codes = acts.SelectMany(act => CodesOf(act.Name, sources)).Append("key-used-before").Distinct().ToList();
        Assert.Contains("consent-to-store-missing", codes);
        Assert.Contains("side-path-open", codes);
        Assert.Empty(from code in codes from language in Languages.All where catalogue.FindOrNull(language, BlockerWords.Prefix + code) is null select $"{language}: blocker.{code}");
    }

    [Fact]
    public void Explain_UnknownCode_SaysSomethingSafeAndLogsTheCodeOnly()
    {
        (System.Globalization.CultureInfo.CurrentCulture, System.Globalization.CultureInfo.CurrentUICulture) = (Languages.Culture("en"), Languages.Culture("en"));
        var state = new Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary();
        var logs = new Shell.LogCapture();
        BlockerWords.Explain(state, [new Blocker("screening-too-old", "The screening is old.")], new Texts(TextCatalogue.FromAssembly()), logs.CreateLogger("test"));

        string words = state[""]!.Errors.Single().ErrorMessage;
        Assert.StartsWith("This cannot be done now", words, StringComparison.Ordinal);
        Assert.Contains("screening-too-old", logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The screening is old", logs.Text, StringComparison.Ordinal);
    }

    // The act's own lines, and those of the rule classes it names.
    private static IEnumerable<string> CodesOf(string type, List<string> sources)
    {
        string body = BodyOf(type, sources);
        var rules = RuleClass().Matches(body).Select(m => m.Groups["name"].Value).Distinct();
        return Code().Matches(body + string.Concat(rules.Select(rule => BodyOf(rule, sources)))).Select(m => m.Groups["code"].Value);
    }

    private static string BodyOf(string type, List<string> sources)
    {
        var start = new Regex($@"^(?:public|internal)[\w ]* (?:record|class) {type}\b", RegexOptions.Multiline, TimeSpan.FromSeconds(1));
        string source = sources.Single(text => start.IsMatch(text));
        int at = start.Match(source).Index;
        int end = source.IndexOf("\n}", at, StringComparison.Ordinal);
        return source[at..(end < 0 ? source.Length : end)];
    }

    [GeneratedRegex(@"new Blocker\(""(?<code>[a-z-]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(?<name>[A-Z]\w*Rules)\.", RegexOptions.ExplicitCapture)]
    private static partial Regex RuleClass();
}
