using System.IO.Compression;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Examinations;

/// <summary>A ZIP archive of somebody nobody vouches for: few parts, and no more unpacked than was agreed, whatever it says of itself.</summary>
internal sealed class LimitedArchive : IDisposable
{
    private const int MostParts = 2_000;
    private const long MostUnpacked = 200L * 1024 * 1024;
    private readonly ZipArchive archive;
    private long left = MostUnpacked;

    /// <exception cref="NotCleanedException">It is no archive, or one that unpacks to too much.</exception>
    public LimitedArchive(Stream content)
    {
        try
        {
            archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            Names = [.. archive.Entries.Select(e => e.FullName)];
        }
        catch (InvalidDataException)
        {
            throw new NotCleanedException(NoCopyReason.Broken);
        }

        if (Names.Count > MostParts || archive.Entries.Sum(e => Math.Min(e.Length, MostUnpacked)) > MostUnpacked)
        {
            archive.Dispose();
            throw new NotCleanedException(NoCopyReason.UnpacksTooLarge);
        }

        if (Names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != Names.Count)
        {
            archive.Dispose();
            throw new NotCleanedException(NoCopyReason.Broken);
        }
    }

    public IReadOnlyList<string> Names { get; }

    /// <exception cref="NotCleanedException">Not there, broken, or more than is unpacked.</exception>
    public byte[] Read(string name)
    {
        if (archive.GetEntry(name) is not { } entry)
        {
            throw new NotCleanedException(NoCopyReason.Broken);
        }

        try
        {
            using var content = entry.Open();
            using var unpacked = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                // What it says of its length may be a lie.
                left -= read;
                if (left < 0)
                {
                    throw new NotCleanedException(NoCopyReason.UnpacksTooLarge);
                }

                unpacked.Write(buffer.AsSpan(0, read));
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            throw new NotCleanedException(NoCopyReason.Broken);
        }
    }

    public void Dispose() => archive.Dispose();
}
