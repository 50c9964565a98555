using System.Runtime.InteropServices;
using HumanitarianEntry.Casework.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.Files;

/// <summary>
/// Keeps everything that this program stores closed to other users of the machine: folders 700, files 600. Made so from the start; what is found wider is closed and
/// told once. On Windows the folder's own rights hold.
/// </summary>
public sealed class PrivatePlaces(StorageOptions options, ILogger<PrivatePlaces> log)
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private static readonly string[] BesideDatabase = ["", "-wal", "-shm", "-journal"];
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Whatever this process makes from now on is its owner's alone, also what libraries make (databases, their journals). Call first.</summary>
    public static void CloseWhatIsMade()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = UMask(Convert.ToUInt32("077", 8));
        }
    }

    /// <summary>Makes missing folders, closes what is open to others, and proves that the folders can be written.</summary>
    /// <param name="makeDatabases">Makes missing database files, empty and closed, before the database library makes them with wider rights.</param>
    /// <exception cref="PlaceUnusableException">A folder is shared, cannot be closed or cannot be written. The program must not start.</exception>
    public void Enforce(bool makeDatabases)
    {
        var databases = Databases();
        List<string> folders = [.. options.OwnFolders, options.FilesPath, .. databases.Select(d => Path.GetDirectoryName(d)!)];
        foreach (var folder in folders.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal))
        {
            CloseFolder(folder);
        }

        foreach (var file in databases)
        {
            CloseDatabase(file, makeDatabases);
        }

        // The data folder itself is not searched: the master key in it is refused when it lies open, not closed in silence.
        foreach (var tree in options.OwnFolders.Skip(1).Append(options.FilesPath).Distinct(StringComparer.Ordinal))
        {
            CloseTree(tree);
        }
    }

    private static void CloseFolder(string folder, Action<string> tell)
    {
        try
        {
            StoreFolders.Ensure(folder);
            if (!OperatingSystem.IsWindows())
            {
                RefuseShared(folder);
                Close(folder, tell);
            }

            StoreFolders.Probe(folder);
        }
        catch (Exception cannot) when (cannot is IOException or UnauthorizedAccessException)
        {
            throw new PlaceUnusableException($"The folder {folder} cannot be used: {cannot.Message} It must belong to the user who runs the program, and be writable.", cannot);
        }
    }

    private static void RefuseShared(string folder)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(folder).HasFlag(UnixFileMode.StickyBit))
        {
            throw new PlaceUnusableException($"The folder {folder} is shared by all users of this machine. Give the program a folder of its own.", null);
        }
    }

    private static void Close(string path, Action<string> tell)
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Others) is var open && open == UnixFileMode.None)
        {
            return;
        }

        File.SetUnixFileMode(path, File.GetUnixFileMode(path) & ~Others);
        tell(path);
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint UMask(uint mask);

    private void CloseFolder(string folder) => CloseFolder(folder, Tell);

    private void CloseDatabase(string file, bool make)
    {
        try
        {
            if (make && !File.Exists(file))
            {
                StoreFolders.CreatePrivate(file, 1).Dispose();
            }

            foreach (var path in BesideDatabase.Select(end => file + end).Where(File.Exists))
            {
                Close(path, Tell);
            }
        }
        catch (Exception cannot) when (cannot is IOException or UnauthorizedAccessException)
        {
            throw new PlaceUnusableException($"The file {file} cannot be closed to others: {cannot.Message}", cannot);
        }
    }

    private void CloseTree(string root)
    {
        var closed = 0;
        try
        {
            foreach (var path in Directory.EnumerateFileSystemEntries(root, "*", Everything))
            {
                Close(path, _ => closed++);
            }
        }
        catch (UnauthorizedAccessException cannot)
        {
            throw new PlaceUnusableException($"Something in {root} belongs to another user and cannot be closed: {cannot.Message}", cannot);
        }

        if (closed > 0)
        {
            log.LogWarning("{Count} files or folders in {Root} were open to other users of this machine and are closed now", closed, root);
        }
    }

    private void Tell(string path) => log.LogWarning("{Path} was open to other users of this machine and is closed now", path);

    private List<string> Databases()
    {
        if (options.Provider != DatabaseProvider.Sqlite)
        {
            return [];
        }

        var cases = Path.GetFullPath(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource);
        return [cases, Path.GetFullPath(new SqliteConnectionStringBuilder(options.KeyStoreConnectionString).DataSource), options.JobsFile];
    }
}

/// <summary>A folder of the installation cannot be used as it is. The message says what to do; the program must not start.</summary>
public sealed class PlaceUnusableException(string message, Exception? inner) : Exception(message, inner);
