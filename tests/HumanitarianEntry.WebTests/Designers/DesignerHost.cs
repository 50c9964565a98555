using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Designers.Studio;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;

namespace HumanitarianEntry.WebTests.Designers;

/// <summary>A host with the designer on. Studio's folder is laid out like the npm package, with two files of our own; the real package is tried in the real browser.</summary>
public sealed class DesignerHost : CaseHost
{
    public const string Script = "console.log('studio');";
    private readonly string folder = Directory.CreateTempSubdirectory("he-studio-").FullName;

    public DemoPerson Designer { get; } = DemoPerson.New("d", Role.ProgrammeDesigner);

    public DemoPerson SecondDesigner { get; } = DemoPerson.New("d", Role.ProgrammeDesigner);

    public DemoPerson Administrator { get; } = DemoPerson.New("it", Role.Administrator);

    protected override IEnumerable<(string Key, string Value)> Settings => [("Designer", "true"), ("Designer:Folder", folder)];

    public override async ValueTask InitializeAsync()
    {
        var root = Directory.CreateDirectory(Path.Combine(folder, "node_modules", StudioPackage.Package, "_framework")).Parent!.FullName;
        await File.WriteAllTextAsync(Path.Combine(root, "package.json"), $$"""{ "version": "{{StudioPackage.Version}}" }""");
        await File.WriteAllTextAsync(Path.Combine(root, "index.html"), "<link href='//fonts.invalid'>");
        await File.WriteAllTextAsync(Path.Combine(root, "_framework", "blazor.webassembly.js"), Script);
        await File.WriteAllBytesAsync(Path.Combine(root, "_framework", "blazor.webassembly.js.br"), Compressed());
        await base.InitializeAsync();
        foreach (var person in new[] { Designer, SecondDesigner, Administrator })
        {
            await HireAsync(person);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Somebody with the page of a definition open, and what Studio on it would send.</summary>
    public async Task<StudioCaller> OpenStudioAsync(DemoPerson person, string definition = "lt-hum")
    {
        var visitor = await SignInAsync(person);
        var page = await visitor.GetAsync($"/designer/studio/{StudioPackage.Version}/definitions/{definition}");
        var backend = page.Document.QuerySelector("#he-backend") ?? throw new InvalidOperationException($"No page of Studio: {page.Status}");
        return new StudioCaller(visitor, backend.GetAttribute("tenant-id-header-name")!, backend.GetAttribute("tenant-id")!);
    }

    private static byte[] Compressed()
    {
        using var target = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(target, System.IO.Compression.CompressionLevel.Fastest))
        {
            brotli.Write(Encoding.UTF8.GetBytes(Script));
        }

        return target.ToArray();
    }
}

/// <summary>Calls as Studio makes them: JSON, our token in the header of the tenant.</summary>
public sealed class StudioCaller(Visitor visitor, string header, string token)
{
    public const string Base = "/designer/api/";

    public Visitor Visitor => visitor;

    public async Task<JsonObject> GetAsync(string path)
    {
        var (status, body, _) = await SendAsync(HttpMethod.Get, path, null);
        return status == HttpStatusCode.OK ? body : throw new InvalidOperationException($"{path} answers {status}: {body}");
    }

    public async Task<JsonObject> PostAsync(string path, JsonObject content)
    {
        var (status, body, _) = await SendAsync(HttpMethod.Post, path, content);
        return status == HttpStatusCode.OK ? body : throw new InvalidOperationException($"{path} answers {status}: {body}");
    }

    /// <summary>The codes of a refusal; Studio needs it to be a 400.</summary>
    public async Task<IReadOnlyList<string>> RefusalAsync(HttpMethod method, string path, JsonObject? content)
    {
        var (status, body, _) = await SendAsync(method, path, content);
        return status == HttpStatusCode.BadRequest ? [.. body["errors"]!.AsObject().Select(e => e.Key)] : throw new InvalidOperationException($"{path} answers {status}: {body}");
    }

    public async Task<(HttpStatusCode Status, JsonObject Body, string? Told)> SendAsync(HttpMethod method, string path, JsonObject? content)
    {
        using var request = new HttpRequestMessage(method, Base + path);
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add(header, token);
        if (content is not null)
        {
            request.Content = new StringContent(content.ToJsonString(), Encoding.UTF8, "application/json");
        }

        using var answer = await visitor.Client.SendAsync(request);
        var told = answer.Headers.TryGetValues("X-Told", out var values) ? Uri.UnescapeDataString(values.Single()) : null;
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject(), told);
    }

    /// <summary>The newest version of a definition, as the editor loads it.</summary>
    public Task<JsonObject> LatestAsync(string definition = "lt-hum") => GetAsync($"workflow-definitions/by-definition-id/{definition}?versionOptions=Latest");

    /// <summary>What Studio sends when it saves: the document as it understood it, without the fields it does not know.</summary>
    public static JsonObject Save(JsonObject drawn, bool publish = false)
    {
        var model = drawn.DeepClone().AsObject();
        foreach (var unknown in new[] { "$schema", "isSystem", "he:own" })
        {
            model.Remove(unknown);
        }

        model["links"] = null;
        return new JsonObject { ["model"] = model, ["publish"] = publish };
    }

    public static JsonObject Box(JsonObject definition, string id) => definition["root"]!["activities"]!.AsArray().Select(a => a!.AsObject()).First(a => (string?)a["id"] == id);

    public static void Move(JsonObject definition, string id, int x) => Box(definition, id)["metadata"]!["designer"]!["position"]!["x"] = x;
}
