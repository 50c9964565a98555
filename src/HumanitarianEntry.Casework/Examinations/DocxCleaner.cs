using System.IO.Compression;
using System.Xml.Linq;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Dossiers.WorkingCopies;

namespace HumanitarianEntry.Casework.Examinations;

/// <summary>
/// Word documents (DOCX) built anew from the parts that show the text: no properties, no names of authors of comments and changes, no revision marks, nothing that points outside, no custom parts;
/// pictures are encoded anew. One that carries programs is not cleaned at all.
/// </summary>
internal sealed class DocxCleaner(CopyWorker pictures, TimeSpan patience)
{
    public const string Tool = "HumanitarianEntry documents 1";
    public const string Parameters = "built anew; no properties, authors, revision marks, links outside, custom parts; pictures encoded anew";
    private static readonly DateTimeOffset NoDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="NotCleanedException">It cannot be cleaned.</exception>
    public async Task<CleanCopy> CleanAsync(Stream original, CancellationToken cancellationToken)
    {
        using var archive = new LimitedArchive(original);
        if (archive.Names.Any(IsProgram))
        {
            throw new NotCleanedException(NoCopyReason.CarriesPrograms);
        }

        List<FileTrait> traits = [];
        foreach (var name in archive.Names.Where(n => n.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase) && n.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            traits.AddRange(DocxParts.Read(archive.Read(name)).Descendants().Where(e => !e.HasElements && e.Value.Length > 0).Select(e => PlainWords.Of(e.Name.LocalName, e.Value)));
        }

        var kept = archive.Names.Where(DocxParts.IsKept).ToHashSet(StringComparer.Ordinal);
        if (!kept.Contains(DocxParts.Main) || !archive.Names.Contains(DocxParts.Types))
        {
            throw new NotCleanedException(NoCopyReason.Broken);
        }

        var copy = new MemoryStream();
        using (var made = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(made, DocxParts.Types, DocxParts.TypesOf(DocxParts.Read(archive.Read(DocxParts.Types)), kept));
            foreach (var name in kept.Order(StringComparer.Ordinal))
            {
                if (DocxParts.IsMedia(name))
                {
                    await using var entry = Entry(made, name);
                    await entry.WriteAsync(await PictureAsync(name, archive.Read(name), traits, cancellationToken), cancellationToken);
                    continue;
                }

                var relations = DocxParts.RelationsOf(name);
                (XDocument Kept, HashSet<string> Removed)? cut = archive.Names.Contains(relations) ? DocxParts.CutRelations(DocxParts.Read(archive.Read(relations)), name, kept) : null;
                Write(made, name, DocxParts.CleanPart(DocxParts.Read(archive.Read(name)), cut?.Removed ?? [], traits));
                if (cut is { } found)
                {
                    Write(made, relations, found.Kept);
                }
            }

            Write(made, DocxParts.RootRelations, DocxParts.CutRelations(DocxParts.Read(archive.Read(DocxParts.RootRelations)), string.Empty, kept).Kept);
        }

        copy.Position = 0;
        return CleanCopy.Of(copy, Tool, Parameters, traits);
    }

    private static bool IsProgram(string name) => name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || name.Contains("activeX", StringComparison.OrdinalIgnoreCase)
        || name.Contains("vbaData", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    private async Task<byte[]> PictureAsync(string name, byte[] picture, List<FileTrait> traits, CancellationToken cancellationToken)
    {
        var kind = Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".JPG" or ".JPEG" => "jpeg",
            ".PNG" => "png",
            _ => throw new NotCleanedException(NoCopyReason.UnknownForm),
        };
        var made = await pictures.MakeAsync(kind, picture, patience, cancellationToken);
        traits.AddRange(made.Traits.Select(t => PlainWords.Of($"{Path.GetFileName(name)} {t.Name}", t.Value)));
        return made.Reason is null && made.Mime == kind ? made.Copy : throw new NotCleanedException(made.Reason is null ? NoCopyReason.UnknownForm : FileExaminer.ReasonOf(made.Reason));
    }

    private static void Write(ZipArchive archive, string name, XDocument part)
    {
        using var entry = Entry(archive, name);
        part.Save(entry, SaveOptions.DisableFormatting);
    }

    private static Stream Entry(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoDay;
        return entry.Open();
    }
}
