using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Texts;

namespace HumanitarianEntry.Dossiers.Rendering;

/// <summary>One request to the worker: a header and the files it names, in order. No text of a person is in the header.</summary>
internal sealed class TypstPayload
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(string Path, FileContent Content)> files = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public IReadOnlyList<(string Path, FileContent Content)> Files => files;

    public string AddFile(string path, ReadOnlyMemory<byte> bytes) => AddFile(path, FileContent.Of(bytes));

    private string AddFile(string path, FileContent content)
    {
        files.Add((path, content));
        return "/" + path;
    }

    public static TypstPayload Create(DossierDocument document, RenderOptions options, TypstTemplates templates, TextCleaner cleaner)
    {
        DocumentChecks.Demand(document);
        var payload = new TypstPayload { CreatedAt = options.CreatedAt.ToUniversalTime() };
        foreach (var (name, bytes) in templates.Files)
            payload.AddFile(name, bytes);

        var texts = new TypstTexts(cleaner, document.Metadata.Language);
        var blocks = new TypstBlocks(texts, new TypstPictures(payload, texts, options.MaximumPixels));
        var json = new JsonObject
        {
            ["created"] = Date(payload.CreatedAt),
            ["metadata"] = new JsonObject
            {
                ["title"] = texts.Line(document.Metadata.Title),
                ["language"] = document.Metadata.Language,
                ["reference"] = texts.Line(document.Metadata.Reference),
                ["version"] = texts.Line(document.Metadata.Version),
                ["classification"] = texts.Line(document.Metadata.Classification),
                ["footer"] = texts.Line(document.Metadata.FooterPattern),
                ["watermark"] = texts.Line(document.Metadata.Watermark),
            },
            ["cover"] = document.Cover is { } cover ? blocks.Cover(cover) : null,
            ["onePage"] = document.IsOnePage,
            ["blocks"] = new JsonArray([.. document.Blocks.Select(blocks.Block)]),
            ["attachments"] = new JsonArray([.. document.Attachments.Select((attachment, index) => payload.Attach(attachment, index, texts))]),
        };
        payload.AddFile("dossier.json", Encoding.UTF8.GetBytes(json.ToJsonString(Readable)));
        return payload;
    }

    /// <summary>The header with the lengths of the files; the same request gives the same header but for the id.</summary>
    public byte[] Header(long id) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["id"] = id,
        ["main"] = TypstTemplates.Main,
        ["createdUnixSeconds"] = CreatedAt.ToUnixTimeSeconds(),
        ["files"] = new JsonArray([.. files.Select(file => new JsonObject { ["path"] = file.Path, ["length"] = file.Content.Length })]),
    }.ToJsonString());

    /// <summary>SHA-256 over everything that decides the result.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData([.. Header(0), .. Encoding.ASCII.GetBytes(string.Concat(files.Select(file => file.Content.Sha256)))]));

    private JsonObject Attach(Attachment attachment, int index, TypstTexts texts) => new()
    {
        ["path"] = AddFile(string.Create(CultureInfo.InvariantCulture, $"attachments/{index}.bin"), attachment.Content),
        ["name"] = attachment.FileName,
        ["mediaType"] = attachment.MediaType,
        ["relationship"] = attachment.Relationship switch
        {
            AttachmentRelationship.Source => "source",
            AttachmentRelationship.Data => "data",
            AttachmentRelationship.Alternative => "alternative",
            AttachmentRelationship.Supplement => "supplement",
        },
        ["description"] = texts.Line(attachment.Description),
    };

    private static JsonArray Date(DateTimeOffset at) => [at.Year, at.Month, at.Day, at.Hour, at.Minute, at.Second];
}
