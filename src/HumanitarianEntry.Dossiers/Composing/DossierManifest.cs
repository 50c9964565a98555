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

    public const string Form = "humanitarian-entry-dossier-manifest/3";

    /// <summary>Of dossiers made before a recipient had a profile.</summary>
    public const string SecondForm = "humanitarian-entry-dossier-manifest/2";

    /// <summary>Of dossiers made before they were signed.</summary>
    public const string FirstForm = "humanitarian-entry-dossier-manifest/1";

    /// <summary>What an urgent page says of its kind; a dossier says nothing.</summary>
    public const string Urgent = "urgent";

    public static DossierManifest Create(DossierContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Create(content.Header, content.Disclosure, content.Annexes, kind: null);
    }

    public static DossierManifest Create(UrgentPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return Create(page.Header, page.Disclosure, [], Urgent);
    }

    private static DossierManifest Create(DossierHeader header, DisclosureStamp? disclosure, IReadOnlyList<Annex> annexes, string? kind)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
            Write(json, header, disclosure, annexes, kind);
        var bytes = stream.ToArray();
        return new(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    public Attachment ToAttachment(string description) => new(FileName, "application/json", FileContent.Of(Json), AttachmentRelationship.Data, description);

    private static void Write(Utf8JsonWriter json, DossierHeader header, DisclosureStamp? disclosure, IReadOnlyList<Annex> annexes, string? kind)
    {
        json.WriteStartObject();
        json.WriteString("format", Form);
        json.WriteString("reference", header.Reference);
        json.WriteString("version", header.Version);
        json.WriteString("date", header.Date.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("recipient", header.Recipient);
        json.WriteString("copy", header.CopyMark);
        json.WriteString("key", header.KeyFingerprint);
        if (kind is not null)
            json.WriteString("kind", kind);
        if (header.RecipientFunction is { } function)
            json.WriteString("recipientFunction", function);
        if (header.RecipientKey is { } recipient)
            json.WriteString("recipientKey", recipient);
        if (header.RecipientNames.Count > 0)
        {
            json.WriteStartObject("recipientNames");
            foreach (var (language, name) in header.RecipientNames.OrderBy(name => name.Key, StringComparer.Ordinal))
                json.WriteString(language, name);
            json.WriteEndObject();
        }
        if (disclosure is not null)
        {
            json.WriteStartObject("disclosure");
            json.WriteString("profile", disclosure.Profile);
            json.WriteString("sha256", disclosure.Sha256);
            json.WriteEndObject();
        }
        json.WriteStartArray("annexes");
        foreach (var annex in annexes.OrderBy(annex => annex.Number))
        {
            json.WriteStartObject();
            json.WriteNumber("number", annex.Number);
            json.WriteString("file", annex.FileName);
            json.WriteString("mediaType", annex.MediaType);
            json.WriteString("sha256", annex.Sha256);
            json.WriteBoolean("embedded", annex.Attached is not null);
            if (annex.Page is not null)
                json.WriteBoolean("page", true);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
