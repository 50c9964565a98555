using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Casework.Files;

namespace HumanitarianEntry.Casework.Sealing;

/// <summary>The master key in a file: mode 600, in a folder with mode 700, replaced as a whole and never half written.</summary>
[UnsupportedOSPlatform("windows")]
public static class MasterKeyFile
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a new key where there is none yet.</summary>
    public static async Task CreateAsync(string path, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            throw new MasterKeyUnavailableException($"{path} is already there; a master key is never overwritten.");
        }

        var folder = FolderOf(path);
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }

        await WriteAsync(path, [NewKey()], cancellationToken);
    }

    /// <summary>First step of a rotation: puts a new key before the present one. Wrap everything anew, then <see cref="DropOldAsync"/>.</summary>
    public static async Task AddAsync(string path, CancellationToken cancellationToken) => await WriteAsync(path, [NewKey(), .. await LinesAsync(path, cancellationToken)], cancellationToken);

    /// <summary>Last step of a rotation: leaves only the key in force.</summary>
    public static async Task DropOldAsync(string path, CancellationToken cancellationToken) => await WriteAsync(path, [(await LinesAsync(path, cancellationToken))[0]], cancellationToken);

    internal static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new MasterKeyUnavailableException($"The master key file {path} is missing. Without it nothing in the database can be read; bring it back from its safe copy.");
        }

        if ((File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
        {
            throw new MasterKeyUnavailableException($"The master key file {path} is open to other users. Close it: chmod 600 {path}");
        }

        if ((File.GetUnixFileMode(FolderOf(path)) & Others) != UnixFileMode.None)
        {
            throw new MasterKeyUnavailableException($"The folder of the master key is open to other users. Close it: chmod 700 {FolderOf(path)}");
        }

        try
        {
            return await File.ReadAllTextAsync(path, Encoding.ASCII, cancellationToken);
        }
        catch (Exception cannot) when (cannot is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyUnavailableException($"The master key file {path} cannot be read: {cannot.Message}", cannot);
        }
    }

    private static async Task<List<string>> LinesAsync(string path, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(path, cancellationToken)).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith('#'))];

    private static async Task WriteAsync(string path, List<string> keys, CancellationToken cancellationToken)
    {
        const string note = "# Master key of HumanitarianEntry. Keep a copy offline: without it every case is lost, with it every case can be read.\n";
        var next = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, UnixCreateMode = OwnerOnly };
        await using (var stream = new FileStream(next, options))
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(note + string.Join('\n', keys) + "\n"), cancellationToken);
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
        StoreFolders.Sync(FolderOf(path));
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.Size));

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;
}
