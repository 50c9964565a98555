using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Composing;

/// <summary>What belongs to the dossier, with the hash of every annex: embedded in the PDF, its own hash on the cover. Names nobody.</summary>
public sealed record DossierManifest(ReadOnlyMemory<byte> Json, string Sha256)
{
    public const string FileName = "manifest.json";

    public const string Form = "humanitarian-entry-dossier-manifest/2";

    /// <summary>Of dossiers made before they were signed.</summary>
    public const string FirstForm = "humanitarian-entry-dossier-manifest/1";

    public static DossierManifest Create(DossierContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
            Write(json, content);
        var bytes = stream.ToArray();
        return new(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    public Attachment ToAttachment(string description) => new(FileName, "application/json", Json, AttachmentRelationship.Data, description);

    private static void Write(Utf8JsonWriter json, DossierContent content)
    {
        json.WriteStartObject();
        json.WriteString("format", Form);
        json.WriteString("reference", content.Header.Reference);
        json.WriteString("version", content.Header.Version);
        json.WriteString("date", content.Header.Date.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("recipient", content.Header.Recipient);
        json.WriteString("copy", content.Header.CopyMark);
        json.WriteString("key", content.Header.KeyFingerprint);
        json.WriteStartArray("annexes");
        foreach (var annex in content.Annexes.OrderBy(annex => annex.Number))
        {
            json.WriteStartObject();
            json.WriteNumber("number", annex.Number);
            json.WriteString("file", annex.FileName);
            json.WriteString("mediaType", annex.MediaType);
            json.WriteString("sha256", annex.Sha256);
            json.WriteBoolean("embedded", annex.Bytes is not null);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
