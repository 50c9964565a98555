using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using HumanitarianEntry.Dossiers.Rendering;

namespace HumanitarianEntry.Dossiers.Proof;

/// <summary>
/// Adds a standard certifying signature to a PDF as an incremental update (ISO 32000-1, 12.8; ETSI EN 319 142): what was there stays byte by byte, and nothing may be
/// changed afterwards. The same file, key and time give the same bytes. Takes only what the typesetter writes: one classic table, no update before.
/// </summary>
public static class PdfSigner
{
    public const string FieldName = "Signature";

    private static readonly string[] KnownTrailer = ["Size", "Root", "Info", "ID"];

    /// <summary>Bytes behind a file that are enough for what signing writes there.</summary>
    public const int Room = 64 * 1024;

    /// <exception cref="PdfBrokenException">It is not a PDF of the form that is signed here.</exception>
    public static byte[] Sign(ReadOnlyMemory<byte> pdf, SigningKey key, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(key);
        var update = new Update(pdf, key, at);
        var signed = new byte[pdf.Length + update.Bytes.Length];
        pdf.CopyTo(signed);
        Finish(signed, pdf.Length, update, key);
        return signed;
    }

    /// <summary>Signs a dossier that was just set, in place where there is room behind it: what was passed in is then not to be used any more.</summary>
    /// <inheritdoc cref="Sign(ReadOnlyMemory{byte}, SigningKey, DateTimeOffset)"/>
    public static RenderedDossier Sign(RenderedDossier set, SigningKey key, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(key);
        var update = new Update(set.Bytes, key, at);
        var length = set.Bytes.Length + update.Bytes.Length;
        var signed = set.Room is { } room && room.Length >= length ? room : [.. set.Bytes.Span, .. update.Bytes];
        Finish(signed.AsSpan(0, length), set.Bytes.Length, update, key);
        return set with { Bytes = signed.AsMemory(0, length), Sha256 = Convert.ToHexStringLower(SHA256.HashData(signed.AsSpan(0, length))), Room = null };
    }

    private static void Finish(Span<byte> signed, int length, Update update, SigningKey key)
    {
        update.Bytes.CopyTo(signed[length..]);
        var (hole, afterHole) = (update.Hole, update.Hole + update.HoleLength);
        var digest = SignedBytes.Digest(signed, hole, afterHole);
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SignedMessage.Sign(key, digest).Encode()), signed[(hole + 1)..]);
    }

    /// <summary>What is written behind the file, with an empty hole for the signature.</summary>
    private sealed class Update
    {
        private readonly StringBuilder text = new();
        private readonly SortedDictionary<int, int> offsets = [];
        private readonly int start;

        public Update(ReadOnlyMemory<byte> pdf, SigningKey key, DateTimeOffset at)
        {
            start = pdf.Length;
            var file = PdfFile.Open(pdf);
            DemandForm(file);
            var size = file.Trailer.NumberOf("Size") ?? throw new PdfBrokenException("The trailer has no size.");
            var (root, page) = (((PdfReference)file.Trailer["Root"]!).Number, FirstPage(file));
            var (signature, field) = (size, size + 1);

            text.Append('\n');
            Object(root, WithSignature(pdf, file.Place(root), signature, field));
            Object(page, WithWidget(pdf, file.Place(page), field));
            HoleLength = SignedMessage.LengthOf(key) * 2 + 2;
            Signature(signature, key, at);
            Object(field, Invariant($"<<\n  /Type /Annot\n  /Subtype /Widget\n  /FT /Sig\n  /T ({FieldName})\n  /TU ({FieldName})\n  /V {signature} 0 R\n  /F 132\n  /Rect [0 0 0 0]\n  /P {page} 0 R\n>>"));
            Table(pdf, file.Trailer, size + 2);
            Bytes = Encoding.Latin1.GetBytes(text.ToString());
        }

        public byte[] Bytes { get; }

        /// <summary>Where the hole begins in the whole file, its brackets included.</summary>
        public int Hole { get; private set; }

        public int HoleLength { get; }

        private void Object(int number, string value)
        {
            offsets[number] = start + text.Length;
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{value}\nendobj\n\n");
        }

        private void Signature(int number, SigningKey key, DateTimeOffset at)
        {
            offsets[number] = start + text.Length;
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n<<\n  /Type /Sig\n  /Filter /Adobe.PPKLite\n  /SubFilter /ETSI.CAdES.detached\n  /Name {Text(key.Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false))}\n");
            text.Append(CultureInfo.InvariantCulture, $"  /M (D:{at.UtcDateTime:yyyyMMddHHmmss}Z)\n  /Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>]\n  /ByteRange [");
            var range = text.Length;
            text.Append(' ', 40).Append("]\n  /Contents ");
            Hole = start + text.Length;
            text.Append('<').Append('0', HoleLength - 2).Append(">\n>>\nendobj\n\n");
            rangeAt = range;
        }

        private int rangeAt;

        private void Table(ReadOnlyMemory<byte> pdf, PdfDictionary trailer, int size)
        {
            var table = start + text.Length;
            text.Append("xref\n");
            foreach (var (number, offset) in offsets)
                text.Append(CultureInfo.InvariantCulture, $"{number} 1\n{offset:0000000000} 00000 n \n");
            var id = (trailer["ID"] as PdfArray)?.Items is [PdfString first, ..] ? first.Bytes : throw new PdfBrokenException("The trailer has no identity.");
            var info = trailer["Info"] is PdfReference known ? Invariant($"  /Info {known.Number} 0 R\n") : "";
            text.Append(CultureInfo.InvariantCulture, $"trailer\n<<\n  /Size {size}\n  /Root {((PdfReference)trailer["Root"]!).Number} 0 R\n{info}  /Prev {PdfFile.StartOfTable(pdf.Span)}\n");
            text.Append(CultureInfo.InvariantCulture, $"  /ID [<{Convert.ToHexStringLower(id)}> <{Convert.ToHexStringLower(SHA256.HashData(pdf.Span)[..16])}>]\n>>\nstartxref\n{table}\n%%EOF\n");
            var behind = Hole + HoleLength;
            var range = Invariant($"0 {Hole} {behind} {start + text.Length - behind}").PadRight(40);
            text.Remove(rangeAt, 40).Insert(rangeAt, range);
        }
    }

    private static void DemandForm(PdfFile file)
    {
        if (file.Updates != 1 || file.Trailer.Entries.Keys.Except(KnownTrailer, StringComparer.Ordinal).Any() || file.Trailer["Root"] is not PdfReference)
            throw new PdfBrokenException("Only a file with one classic table of objects and no update is signed.");
        if (file.Root["AcroForm"] is not null || file.Root["Perms"] is not null)
            throw new PdfBrokenException("The file has a form or a signature already.");
    }

    private static int FirstPage(PdfFile file)
    {
        PdfReference? at = file.Root["Pages"] as PdfReference;
        for (var level = 0; at is not null && level < 50; level++)
        {
            if (file.Resolve(at) is not PdfDictionary node)
                break;
            if (node.NameOf("Type") == "Page")
                return at.Number;
            at = (file.Resolve(node["Kids"]) as PdfArray)?.Items is [PdfReference first, ..] ? first : null;
        }
        throw new PdfBrokenException("The file has no page.");
    }

    private static string WithSignature(ReadOnlyMemory<byte> pdf, (PdfValue Value, int From, int End) root, int signature, int field) =>
        Inserted(pdf, root, ((PdfDictionary)root.Value).Close, Invariant($"  /AcroForm << /Fields [{field} 0 R] /SigFlags 3 >>\n  /Perms << /DocMDP {signature} 0 R >>\n"));

    private static string WithWidget(ReadOnlyMemory<byte> pdf, (PdfValue Value, int From, int End) page, int field)
    {
        var dictionary = page.Value as PdfDictionary ?? throw new PdfBrokenException("The first page is none.");
        return dictionary["Annots"] switch
        {
            null => Inserted(pdf, page, dictionary.Close, Invariant($"  /Annots [{field} 0 R]\n")),
            PdfArray notes => Inserted(pdf, page, notes.Close, Invariant($" {field} 0 R")),
            _ => throw new PdfBrokenException("The notes of the first page stand elsewhere."),
        };
    }

    private static string Inserted(ReadOnlyMemory<byte> pdf, (PdfValue Value, int From, int End) place, int at, string text) =>
        Encoding.Latin1.GetString(pdf.Span[place.From..at]) + text + Encoding.Latin1.GetString(pdf.Span[at..place.End]);

    /// <summary>A text string: plain where it is ASCII, else UTF-16.</summary>
    private static string Text(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '.' or ',')
        ? $"({text})"
        : $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}

/// <summary>What a signature covers: everything but the hole in which it stands.</summary>
internal static class SignedBytes
{
    public static byte[] Digest(ReadOnlySpan<byte> file, int hole, int afterHole)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file[..hole]);
        hash.AppendData(file[afterHole..]);
        return hash.GetHashAndReset();
    }
}
