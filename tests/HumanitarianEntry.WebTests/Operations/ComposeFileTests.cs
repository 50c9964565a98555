using System.Text.RegularExpressions;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.WebTests.Architecture;
using Microsoft.Extensions.Configuration;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace HumanitarianEntry.WebTests.Operations;

/// <summary>
/// The server set-up that nobody could run here is at least read: what it names exists, and nothing secret stands in it. Each rule is also tried on a broken file.
/// </summary>
public sealed partial class ComposeFileTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "docker-compose.yml"));

    [Fact]
    public void Compose_AsShipped_HasNoFault() => Assert.Empty(Faults(Text));

    [Theory]
    [InlineData("      HE_Mail__Host: mail", "      HE_Mail__Hots: mail", "HE_Mail__Hots")]
    [InlineData("Dockerfile", "Dockerfile.gone", "Dockerfile.gone")]
    [InlineData("      - files:/data", "      - fils:/data", "fils")]
    [InlineData("HE_MASTER_KEY: ${HE_MASTER_KEY:?set it in .env}", "HE_MASTER_KEY: c2VjcmV0", "HE_MASTER_KEY")]
    [InlineData("Password=${HE_SQL_PASSWORD:?set it in .env}", "Password=DemoOnly1!", "HE_Data__ConnectionString")]
    [InlineData("image: axllent/mailpit:latest", "imag: axllent/mailpit:latest", "mail: neither image nor build")]
    [InlineData("test: [\"CMD\", \"/mailpit\", \"readyz\"]", "tests: []", "mail: no health check")]
    [InlineData("      mail:\n        condition: service_started", "      male:\n        condition: service_started", "male")]
    [InlineData("http://127.0.0.1:8080/health", "http://127.0.0.1:8080/healthy", "/healthy")]
    [InlineData("HE_MasterKey__Variable: HE_MASTER_KEY", "HE_MasterKey__Variable: HE_OTHER_KEY", "HE_OTHER_KEY")]
    public void Compose_Broken_IsFound(string what, string broken, string fault)
    {
        Assert.Contains(what, Text, StringComparison.Ordinal);
        Assert.Contains(Faults(Text.Replace(what, broken, StringComparison.Ordinal)), f => f.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Dockerfile_Sources_Exist()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "src/HumanitarianEntry.Web/Dockerfile"));
        var stages = lines.Select(l => Stage().Match(l)).Where(m => m.Success).Select(m => m.Groups["name"].Value).ToList();
        var copies = lines.Where(l => l.StartsWith("COPY ", StringComparison.Ordinal)).Select(l => l.Split(' ')).ToList();
        Assert.NotEmpty(copies);
        foreach (var copy in copies)
        {
            if (copy[1].StartsWith("--from=", StringComparison.Ordinal))
            {
                Assert.Contains(copy[1]["--from=".Length..], stages);
            }
            else
            {
                Assert.All(copy[1..^1], source => Assert.True(Path.Exists(Path.Combine(Repository.Root, source)), $"COPY {source}: not there"));
            }
        }

        string published = Assert.Single(lines, l => l.Contains("dotnet publish", StringComparison.Ordinal));
        Assert.True(Directory.Exists(Path.Combine(Repository.Root, published.Split(' ').Single(word => word.StartsWith("src/", StringComparison.Ordinal)))));
        Assert.Contains(lines, l => l.Contains("HumanitarianEntry.Web.dll", StringComparison.Ordinal));
    }

    [Fact]
    public void Compose_SettingsOfTheApplication_AreWhatItStartsWith()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Text));
        var app = (YamlMappingNode)Children((YamlMappingNode)yaml.Documents[0].RootNode, "services")["app"];
        var settings = Children(app, "environment").ToDictionary(v => v.Key[KnownSettings.Prefix.Length..].Replace("__", ":", StringComparison.Ordinal), v => ((YamlScalarNode)v.Value).Value, StringComparer.Ordinal);
        var options = Installation.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        Assert.Empty(options.Mail.Problems());
        Assert.Equal((DatabaseProvider.SqlServer, "/data/files", "mail"), (options.Storage.Provider, options.Storage.FilesPath, options.Mail.Relay!.Host));
        Assert.Contains("/data", Items(app, "volumes").Select(v => v.Split(':')[1]));
    }

    [Fact]
    public void Dockerignore_LeavesOut_NothingThatThePublishNeeds()
    {
        var left = File.ReadAllLines(Path.Combine(Repository.Root, ".dockerignore"));
        Assert.Empty(left.Intersect(["src", "templates", "workflows", "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", ".editorconfig", "global.json"], StringComparer.Ordinal));
        Assert.Contains("data", left);
    }

    private static List<string> Faults(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        var services = Children(root, "services");
        var volumes = Children(root, "volumes").Keys.ToHashSet(StringComparer.Ordinal);
        return [.. services.SelectMany(s => ServiceFaults(s.Key, (YamlMappingNode)s.Value, services.Keys, volumes)), .. AppFaults((YamlMappingNode)services["app"])];
    }

    private static IEnumerable<string> ServiceFaults(string name, YamlMappingNode service, ICollection<string> services, HashSet<string> volumes)
    {
        if (!service.Children.ContainsKey("image") && !service.Children.ContainsKey("build"))
        {
            yield return $"{name}: neither image nor build";
        }

        if (!Children(service, "healthcheck").TryGetValue("test", out var test) || !test.AllNodes.OfType<YamlScalarNode>().Any())
        {
            yield return $"{name}: no health check";
        }

        foreach (var mount in Items(service, "volumes").Select(v => v.Split(':')[0]).Where(v => !volumes.Contains(v)))
        {
            yield return $"{name}: volume {mount} is not declared";
        }

        foreach (var needed in Children(service, "depends_on").Keys.Where(n => !services.Contains(n)))
        {
            yield return $"{name}: depends on {needed}, which is no service";
        }

        foreach (var (key, value) in Children(service, "environment"))
        {
            foreach (var fault in VariableFaults(key, ((YamlScalarNode)value).Value ?? string.Empty))
            {
                yield return $"{name}: {fault}";
            }
        }
    }

    private static IEnumerable<string> VariableFaults(string name, string value)
    {
        if (name.StartsWith(KnownSettings.Prefix, StringComparison.Ordinal) && !KnownSettings.Knows(name))
        {
            yield return $"{name} is no setting";
        }

        bool isSecret = SecretName().IsMatch(name);
        var inside = InsidePassword().Match(value);
        if ((isSecret && !FromOutside().IsMatch(value)) || (inside.Success && !FromOutside().IsMatch(inside.Groups["value"].Value)))
        {
            yield return $"{name} holds a secret in the open";
        }
    }

    private static IEnumerable<string> AppFaults(YamlMappingNode app)
    {
        var build = Children(app, "build");
        string dockerfile = ((YamlScalarNode)build["dockerfile"]).Value!;
        if (!File.Exists(Path.Combine(Repository.Root, ((YamlScalarNode)build["context"]).Value!, dockerfile)))
        {
            yield return $"app: {dockerfile} is not there";
        }

        string asked = Children(app, "healthcheck")["test"].AllNodes.OfType<YamlScalarNode>().Select(n => n.Value!).Single(v => v.StartsWith("http", StringComparison.Ordinal));
        if (new Uri(asked).AbsolutePath != "/health")
        {
            yield return $"app: asks {new Uri(asked).AbsolutePath} for its health";
        }

        var variables = Children(app, "environment");
        if (variables.TryGetValue("HE_MasterKey__Variable", out var named) && !variables.ContainsKey(((YamlScalarNode)named).Value!))
        {
            yield return $"app: the master key is read from {named}, which is not set";
        }
    }

    private static Dictionary<string, YamlNode> Children(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var found) && found is YamlMappingNode map ? map.Children.ToDictionary(c => ((YamlScalarNode)c.Key).Value!, c => c.Value, StringComparer.Ordinal) : [];

    private static IEnumerable<string> Items(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var found) && found is YamlSequenceNode list ? list.OfType<YamlScalarNode>().Select(n => n.Value!) : [];

    [GeneratedRegex("PASSWORD|SECRET|TOKEN|(?<!Master)KEY$", RegexOptions.ExplicitCapture)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"(Password|Pwd)\s*=\s*(?<value>[^;]*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex InsidePassword();

    [GeneratedRegex(@"^\$\{[A-Z_]+:\?[^}]+\}$")]
    private static partial Regex FromOutside();

    [GeneratedRegex(@"^FROM \S+ AS (?<name>\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Stage();
}
