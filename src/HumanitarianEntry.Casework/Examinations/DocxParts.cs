using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Examinations;

/// <summary>The parts of a Word document: which are kept, and what is cut out of each.</summary>
internal static partial class DocxParts
{
    public const string Types = "[Content_Types].xml";
    public const string RootRelations = "_rels/.rels";
    public const string Main = "word/document.xml";
    private const long MostSigns = 50_000_000;
    private static readonly XNamespace Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Elements that make no sense, or do something, without the part they point to.</summary>
    private static readonly HashSet<string> Pointing = ["attachedTemplate", "altChunk", "subDoc", "OLEObject", "control", "dataBinding", "mailMerge", "externalData", "contentPart"];

    /// <summary>Who and on which machine, and by which steps.</summary>
    private static readonly HashSet<string> AboutPeople = ["rsids", "docId", "documentProtection", "writeProtection", "savePreviewPicture", "docVars", "attachedSchema", "hdrShapeDefaults"];

    private static readonly HashSet<string> OfPeople = ["author", "initials", "date", "dateUtc", "userId", "providerId"];

    public static bool IsKept(string name) => IsMedia(name) || KeptPart().IsMatch(name);

    public static bool IsMedia(string name) => name.StartsWith("word/media/", StringComparison.Ordinal) && name.IndexOf('/', "word/media/".Length) < 0;

    public static string RelationsOf(string name) => $"{Path.GetDirectoryName(name)!.Replace('\\', '/')}/_rels/{Path.GetFileName(name)}.rels";

    /// <exception cref="NotCleanedException">It is no XML, or declares things.</exception>
    public static XDocument Read(byte[] part)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(part, writable: false), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MostSigns,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            });
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            throw new NotCleanedException(NoCopyReason.Broken);
        }
    }

    /// <summary>The list of types without the parts that are gone.</summary>
    public static XDocument TypesOf(XDocument types, IReadOnlySet<string> kept)
    {
        types.Root!.Elements().Where(e => e.Attribute("PartName")?.Value is { } name && !kept.Contains(name.TrimStart('/')) && !name.EndsWith(".rels", StringComparison.Ordinal)).ToList().ForEach(e => e.Remove());
        return types;
    }

    /// <summary>Relations to kept parts only; and the ids of those that are gone.</summary>
    public static (XDocument Kept, HashSet<string> Removed) CutRelations(XDocument relations, string owner, IReadOnlySet<string> kept)
    {
        HashSet<string> removed = [];
        foreach (var relation in relations.Root!.Elements().ToList())
        {
            var isOutside = string.Equals(relation.Attribute("TargetMode")?.Value, "External", StringComparison.OrdinalIgnoreCase);
            if (isOutside || !kept.Contains(Resolve(owner, relation.Attribute("Target")?.Value ?? string.Empty)))
            {
                removed.Add(relation.Attribute("Id")?.Value ?? string.Empty);
                relation.Remove();
            }
        }

        return (relations, removed);
    }

    /// <summary>A part without people, revision marks, commands of fields, and what points to something that is gone.</summary>
    public static XDocument CleanPart(XDocument part, IReadOnlySet<string> removed, List<FileTrait> traits)
    {
        foreach (var element in part.Descendants().ToList())
        {
            if (AboutPeople.Contains(element.Name.LocalName) || (Pointing.Contains(element.Name.LocalName) && element.Parent is not null))
            {
                element.Remove();
                continue;
            }

            foreach (var attribute in element.Attributes().ToList())
            {
                if (attribute.Name.Namespace == Links && removed.Contains(attribute.Value))
                {
                    attribute.Remove();
                }
                else if (OfPeople.Contains(attribute.Name.LocalName) && attribute.Name.Namespace != XNamespace.None)
                {
                    traits.Add(PlainWords.Of(attribute.Name.LocalName, attribute.Value));

                    // A comment or change without an author is not read; without a name it is.
                    Blank(attribute);
                }
                else if (attribute.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal) || (attribute.Name.LocalName == "instr" && Command().IsMatch(attribute.Value)))
                {
                    attribute.Remove();
                }
            }

            if (element.Name.LocalName == "instrText" && Command().IsMatch(element.Value))
            {
                element.Value = string.Empty;
            }
        }

        return part;
    }

    private static void Blank(XAttribute attribute)
    {
        if (attribute.Name.LocalName == "author")
        {
            attribute.Value = "-";
        }
        else
        {
            attribute.Remove();
        }
    }

    private static string Resolve(string owner, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var folder = owner.Contains('/', StringComparison.Ordinal) ? owner[..(owner.LastIndexOf('/') + 1)] : string.Empty;
        List<string> way = [];
        foreach (var step in (folder + target).Split('/'))
        {
            if (step == ".." && way.Count > 0)
            {
                way.RemoveAt(way.Count - 1);
            }
            else if (step is not (".." or "." or ""))
            {
                way.Add(step);
            }
        }

        return string.Join('/', way);
    }

    [GeneratedRegex(@"^word/(document|styles|stylesWithEffects|numbering|settings|fontTable|webSettings|footnotes|endnotes|comments|header\d*|footer\d*|theme/theme\d*)\.xml$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex KeptPart();

    /// <summary>Fields that fetch, link or run something, or write who is at work.</summary>
    [GeneratedRegex(@"^\s*(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|EMBED|DATABASE|MACROBUTTON|GOTOBUTTON|HYPERLINK|AUTHOR|LASTSAVEDBY|USERNAME|USERINITIALS|USERADDRESS|FILENAME|TEMPLATE|DOCPROPERTY|DOCVARIABLE|INFO|PRINT|RD)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Command();
}
