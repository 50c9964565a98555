using System.Text.RegularExpressions;
using System.Xml.Linq;
using HumanitarianEntry.Web.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.Architecture;

public sealed partial class SourceWalls
{
    private const string Web = "src/HumanitarianEntry.Web";
    private const int LongestFile = 300;

    // Each library of the card and who alone may reference it. A stand-in is replaced in one place.
    private static readonly Dictionary<string, string> OnlyIn = new()
    {
        ["Microsoft.EntityFrameworkCore.Sqlite"] = "HumanitarianEntry.Casework",
        ["Microsoft.EntityFrameworkCore.SqlServer"] = "HumanitarianEntry.Casework",
        ["Npgsql.EntityFrameworkCore.PostgreSQL"] = "HumanitarianEntry.Casework",
        ["Microsoft.AspNetCore.Identity.EntityFrameworkCore"] = "HumanitarianEntry.Casework",
        ["Quartz"] = "HumanitarianEntry.Casework",
        ["QRCoder"] = "HumanitarianEntry.Dossiers",
        ["Handlebars.Net"] = "HumanitarianEntry.Notices",
    };

    [Theory]
    [InlineData("Domain")]
    [InlineData("Workflows")]
    [InlineData("Screening")]
    [InlineData("Dossiers")]
    [InlineData("Notices")]
    public void PureProject_References_NoOther(string project) =>
        Assert.Empty(References($"src/HumanitarianEntry.{project}/HumanitarianEntry.{project}.csproj", "ProjectReference"));

    [Fact]
    public void Domain_References_NoPackage() => Assert.Empty(References("src/HumanitarianEntry.Domain/HumanitarianEntry.Domain.csproj", "PackageReference"));

    [Fact]
    public void EveryLibrary_IsReferencedByOneProject()
    {
        foreach (var project in Repository.Files("src", ".csproj"))
        {
            string name = Path.GetFileNameWithoutExtension(project.Path);
            Assert.Empty(References(project.Path, "PackageReference").Where(package => OnlyIn.TryGetValue(package, out string? only) && only != name)
                .Select(package => $"{name} references {package}, which belongs to {OnlyIn[package]}"));
        }
    }

    [Fact]
    public void NoAudience_NamesAnother()
    {
        var names = Audiences.All.Where(audience => audience != Audiences.Public && audience != Audiences.Styleguide).Select(audience => audience.Name).ToList();
        var faults = from file in Repository.Files(Web, ".cs", ".cshtml")
                     let own = file.Path.Split('/')[2]
                     where Audiences.All.Any(audience => audience.Name == own)
                     from other in names
                     where other != own && Regex.IsMatch(file.Text, $@"\b(HumanitarianEntry\.Web\.|Web\.|/){other}[./]", RegexOptions.None, TimeSpan.FromSeconds(1))
                     select $"{file.Path} names {other}: put what both need into Shared or Casework";
        Assert.Empty(faults);
    }

    [Fact]
    public void NoView_HoldsScriptStyleOrRawMarkup()
    {
        var faults = from file in Repository.Files(Web, ".cshtml")
                     from Match match in InlineCode().Matches(file.Text)
                     select $"{file.Path}: {match.Value} (put it into site.js or site.css)";
        Assert.Empty(faults);
    }

    [Fact]
    public void NoPage_NamesAForeignAddress()
    {
        var faults = from file in Repository.Files(Web, ".cshtml").Concat(Repository.Files(Web + "/wwwroot", ".css", ".js"))
                     from Match match in ForeignAddress().Matches(file.Text)
                     select $"{file.Path}: {match.Value}";
        Assert.Empty(faults);
    }

    [Fact]
    public void NoSource_BringsTextsFromAFrameworkSurface() =>
        Assert.Empty(Repository.Files(Web, ".cshtml").Where(file => file.Text.Contains("Html.Raw", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void NoFile_HoldsBothSidesOfAMerge() => Assert.Empty(
        Repository.Files("src", ".cs", ".cshtml", ".md", ".json", ".css", ".js").Concat(Repository.Files("tests", ".cs", ".md")).Concat(Repository.Files("templates", ".json", ".typ"))
            .Where(file => file.Text.Contains("\n<<<<<<< ", StringComparison.Ordinal) || file.Text.Contains("\n>>>>>>> ", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void EveryFile_IsShortEnoughToRead() =>
        Assert.Empty(Repository.Files("src", ".cs").Concat(Repository.Files("tests", ".cs"))
            .Where(file => file.Lines > LongestFile && !file.Path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(file => $"{file.Path} has {file.Lines} lines: split it by what a reader looks for"));

    [Fact]
    public void NoTypeName_HidesWhatItDoes()
    {
        var faults = from file in Repository.Files("src", ".cs").Concat(Repository.Files("tests", ".cs"))
                     where !file.Path.Contains("/Migrations/", StringComparison.Ordinal)
                     from Match match in TypeDeclaration().Matches(file.Text)
                     let name = match.Groups["name"].Value
                     where BannedWord().IsMatch(name)
                     select $"{file.Path}: {name} (name what it does or what it is)";
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("CaseManager", true)]
    [InlineData("DateHelper", true)]
    [InlineData("UserData", true)]
    [InlineData("FieldTagHelper", false)]
    [InlineData("DatabaseTheory", false)]
    [InlineData("Information", false)]
    public void BannedWord_KnowsItsWords(string name, bool banned) => Assert.Equal(banned, BannedWord().IsMatch(name));

    [Theory]
    [InlineData("<script>go()</script>", true)]
    [InlineData("<script src=\"~/site.js\" defer></script>", false)]
    [InlineData("<p style=\"color: red\">", true)]
    [InlineData("<button onclick=\"go()\">", true)]
    [InlineData("<p class=\"hint\" data-once>", false)]
    public void InlineCode_IsSeen(string markup, bool seen) => Assert.Equal(seen, InlineCode().IsMatch(markup));

    [Theory]
    [InlineData("<img src=\"https://cdn.example/a.png\">", true)]
    [InlineData("@import '//fonts.example/x';", true)]
    [InlineData("// a comment. Another sentence", false)]
    [InlineData("<a href=\"/leave\">", false)]
    public void ForeignAddress_IsSeen(string text, bool seen) => Assert.Equal(seen, ForeignAddress().IsMatch(text));

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(Path.Combine(Repository.Root, project)).Descendants(kind).Select(reference => reference.Attribute("Include")!.Value);

    [GeneratedRegex(@"(?<!\w)<script(?![^>]*\bsrc=)[^>]*>|<style\b[^>]*>|\sstyle\s*=\s*""[^""]*""|\son[a-z]+\s*=\s*""[^""]*""|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"(https?:)?//[a-z0-9-]+(\.[a-z0-9-]+)+[^\s""']*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ForeignAddress();

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|sealed|static|abstract|partial|readonly|file)\s+)*(?:class|record struct|record class|record|struct|interface|enum)\s+(?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TypeDeclaration();

    // A tag helper is what the framework calls it; its name must end so. A server process is one of the operating system.
    [GeneratedRegex(@"Manager|(?<!Tag)Helper|Util(?![a-z])|Utils|Utilit|Common(?![a-z])|Data$|Info$|(?<!Server)Process$|Flag$|Handle$")]
    private static partial Regex BannedWord();
}
