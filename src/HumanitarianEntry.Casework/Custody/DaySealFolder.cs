using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Casework.Files;

namespace HumanitarianEntry.Casework.Custody;

/// <summary>The copies of the daily seals outside the database: one file a day, its stamp beside it, and the public key.</summary>
public sealed class DaySealFolder(CustodySettings settings)
{
    private const string NameForm = "yyyy-MM-dd";

    public void Write(DaySeal seal, byte[] publicKey)
    {
        var folder = StoreFolders.Ensure(Path.GetFullPath(settings.Folder));
        WriteWhole(Path.Combine(folder, $"key-{seal.Key}.pem"), Encoding.ASCII.GetBytes(PemEncoding.WriteString("PUBLIC KEY", publicKey) + "\n"));
        WriteWhole(PathOf(seal.Day, "json"), Encoding.UTF8.GetBytes(seal.ToJson()));
    }

    public void WriteStamp(DateOnly day, byte[] stamp) => WriteWhole(PathOf(day, "tsr"), stamp);

    /// <summary>The copy of a day; null when it is not there.</summary>
    public string? Read(DateOnly day) => File.Exists(PathOf(day, "json")) ? File.ReadAllText(PathOf(day, "json")) : null;

    /// <summary>The days of which there is a copy.</summary>
    public IReadOnlyList<DateOnly> Days()
    {
        var folder = Path.GetFullPath(settings.Folder);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.json").Select(DayOf).OfType<DateOnly>()] : [];
    }

    private static DateOnly? DayOf(string path) => DateOnly.TryParseExact(Path.GetFileNameWithoutExtension(path), NameForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private string PathOf(DateOnly day, string ending) => Path.Combine(Path.GetFullPath(settings.Folder), day.ToString(NameForm, CultureInfo.InvariantCulture) + "." + ending);

    // A copy that is there already is never written again.
    private static void WriteWhole(string path, byte[] content)
    {
        if (!File.Exists(path))
        {
            StoreFolders.WriteWhole(path, content);
        }
    }
}
