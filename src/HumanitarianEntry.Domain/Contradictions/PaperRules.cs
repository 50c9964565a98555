using System.Collections.Immutable;
using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.Contradictions;

/// <summary>A paper against its own machine-readable zone, against the names on file and against another record of the same paper.</summary>
internal static class PaperRules
{
    private const int LeastSignsOfNumber = 6;

    /// <summary>Letters of a typed number that look like Latin ones or like digits.</summary>
    private static readonly Dictionary<char, char> Alike = new()
    {
        ['А'] = 'A', ['В'] = 'B', ['Е'] = 'E', ['К'] = 'K', ['М'] = 'M', ['Н'] = 'H', ['О'] = 'O', ['Р'] = 'P', ['С'] = 'C', ['Т'] = 'T', ['У'] = 'Y', ['Х'] = 'X',
    };

    public static IEnumerable<Mismatch> Find(CaseFile file) => Zones(file).SelectMany(z => InsideOne(file, z.Paper, z.Zone)).Concat(RecordedTwice(file));

    public static IEnumerable<(Recorded<IdentityDocument> Paper, MrzReading Zone)> Zones(CaseFile file) =>
        file.Identity.Documents.Select(d => (d, Mrz.Read(d.Value.MrzLine1, d.Value.MrzLine2))).Where(z => z.Item2.Format != MrzFormat.Unknown);

    public static Source PaperOf(Recorded<IdentityDocument> paper, string says)
    {
        var d = paper.Value;
        return new Source(SourceKind.Paper, d.Label, Compartment.Identity, says, $"{d.Series} {d.Number} {d.Issuer} {SourcesOnFile.Write(d.IssuedOn)} / {SourcesOnFile.Write(d.ExpiresOn)}".Trim(), paper.Provenance);
    }

    public static Source ZoneOf(Recorded<IdentityDocument> paper, string says) =>
        new(SourceKind.MachineZone, paper.Value.Label, Compartment.Identity, says, $"{paper.Value.MrzLine1}\n{paper.Value.MrzLine2}", paper.Provenance);

    private static IEnumerable<Mismatch> InsideOne(CaseFile file, Recorded<IdentityDocument> paper, MrzReading zone)
    {
        var d = paper.Value;
        var (typed, read) = (Plain(d.Number), Plain(zone[MrzPart.Number]));
        if (typed.Length >= LeastSignsOfNumber && read.Length >= LeastSignsOfNumber && read != typed && read != Plain(d.Series) + typed && !read.EndsWith(typed, StringComparison.Ordinal))
        {
            var misread = Digits(read).EndsWith(Digits(typed), StringComparison.Ordinal) || IsDoubtful(zone, MrzPart.Number);
            yield return Between(MismatchTopic.PaperNumber, $"{d.Series} {d.Number}".Trim(), zone[MrzPart.Number]!, misread);
        }

        if (d.ExpiresOn is { } expires && zone.ExpiresOn is { } zoneExpires && !expires.MayEqual(zoneExpires))
        {
            yield return Between(MismatchTopic.PaperExpires, expires.ToString(), zoneExpires.ToString(), IsDoubtful(zone, MrzPart.ExpiryDate));
        }

        if (d.IssuedOn is { } issued && IssueOf(zone) is { } zoneIssued && !issued.MayEqual(zoneIssued))
        {
            yield return Between(MismatchTopic.PaperIssued, issued.ToString(), zoneIssued.ToString(), IsDoubtful(zone, MrzPart.IssueDate));
        }

        if (Name(file, paper, zone) is { } name)
        {
            yield return name;
        }

        Mismatch Between(MismatchTopic topic, string page, string inZone, bool misread) =>
            Mismatch.Between(MismatchKind.Paper, topic, PaperOf(paper, page), ZoneOf(paper, inZone), misread ? MismatchPattern.Misread : null);
    }

    /// <summary>Family and first name of the zone must stand among the names on file, in whatever spelling; more names on file never hurt.</summary>
    private static Mismatch? Name(CaseFile file, Recorded<IdentityDocument> paper, MrzReading zone)
    {
        var names = file.Identity.Names.Where(n => n.Value.Kind != NameKind.CallSign).OrderBy(n => n.Provenance.At).ToList();
        var known = names.SelectMany(n => NameFold.Words($"{n.Value.Family} {n.Value.Given} {n.Value.Patronymic}")).Where(w => w.All(char.IsAsciiLetter)).ToHashSet(StringComparer.Ordinal);
        var inZone = NameFold.Words(zone[MrzPart.Surname]).Concat(NameFold.Words(zone[MrzPart.GivenNames]).Take(1)).Where(w => w.All(char.IsAsciiLetter)).ToList();
        var strange = inZone.Where(w => !known.Any(k => k == w || IsCut(k, w))).ToList();
        if (known.Count == 0 || strange.Count == 0)
        {
            return null;
        }

        var spelling = strange.TrueForAll(w => known.Any(k => NameFold.Distance(k, w) <= (w.Length > 6 ? 2 : 1)));
        var written = string.Join("; ", names.Select(n => n.Value.Full));
        var onFile = new Source(SourceKind.Names, string.Empty, Compartment.Identity, names[^1].Value.Full, written, names[^1].Provenance);
        return Mismatch.Between(MismatchKind.Paper, MismatchTopic.Name, onFile, ZoneOf(paper, $"{zone[MrzPart.Surname]} {zone[MrzPart.GivenNames]}".Trim()), spelling ? MismatchPattern.Transliteration : null);
    }

    private static IEnumerable<Mismatch> RecordedTwice(CaseFile file)
    {
        foreach (var same in file.Identity.Documents.Where(d => Plain(d.Value.Number).Length >= LeastSignsOfNumber).GroupBy(d => (d.Value.Kind, Plain(d.Value.Series) + Plain(d.Value.Number))).Where(g => g.Count() > 1))
        {
            var records = same.OrderBy(d => d.Value.Label, StringComparer.Ordinal).ToList();
            foreach (var later in records.Skip(1))
            {
                if (records[0].Value.IssuedOn is { } issued && later.Value.IssuedOn is { } otherIssued && !issued.MayEqual(otherIssued))
                {
                    yield return Mismatch.Between(MismatchKind.Paper, MismatchTopic.PaperIssued, PaperOf(records[0], issued.ToString()), PaperOf(later, otherIssued.ToString()));
                }

                if (records[0].Value.ExpiresOn is { } expires && later.Value.ExpiresOn is { } otherExpires && !expires.MayEqual(otherExpires))
                {
                    yield return Mismatch.Between(MismatchKind.Paper, MismatchTopic.PaperExpires, PaperOf(records[0], expires.ToString()), PaperOf(later, otherExpires.ToString()));
                }
            }
        }
    }

    /// <summary>Zones have no room for long names.</summary>
    private static bool IsCut(string known, string inZone) => inZone.Length >= 10 && known.StartsWith(inZone, StringComparison.Ordinal);

    private static bool IsDoubtful(MrzReading zone, MrzPart part) => zone.Warnings.Any(w => w.Part == part);

    private static PartialDate? IssueOf(MrzReading zone)
    {
        if (zone[MrzPart.IssueDate] is not { Length: 6 } text || !text.All(char.IsAsciiDigit))
        {
            return null;
        }

        int Pair(int at) => int.Parse(text.AsSpan(at, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        return PartialDate.TryCreate((Pair(0) >= 90 ? 1900 : 2000) + Pair(0), Pair(2), Pair(4));
    }

    private static string Plain(string? number) => string.Concat((number ?? string.Empty).ToUpperInvariant().Select(c => Alike.GetValueOrDefault(c, c)).Where(char.IsAsciiLetterOrDigit));

    private static string Digits(string number) => number.Replace('O', '0').Replace('I', '1').Replace('B', '8').Replace('S', '5').Replace('Z', '2');
}
