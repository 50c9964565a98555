using System.Runtime.InteropServices;
using HumanitarianEntry.Casework.Data;

namespace HumanitarianEntry.Casework.Files;

/// <summary>The few things the store asks of the file system: private folders and files, durable names, removal.</summary>
internal static class StoreFolders
{
    private const int NoSpace = 28;
    private const int WouldBlock = 11;
    private const int OverQuota = 122;
    private const int WindowsSharing = unchecked((int)0x80070020);
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const UnixFileMode PrivateFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The folder, made with mode 700 where it was missing.</summary>
    public static string Ensure(string folder)
    {
        if (Directory.Exists(folder))
        {
            return folder;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return folder;
        }

        Directory.CreateDirectory(folder, PrivateFolder);
        Sync(Path.GetDirectoryName(folder)!);
        return folder;
    }

    /// <summary>A new file only its owner may read.</summary>
    public static FileStream CreatePrivate(string path, int bufferSize)
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = bufferSize, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, how);
    }

    /// <summary>Writes a small private file that is there whole or not at all, whenever the power goes.</summary>
    /// <returns>False when there is such a file already and it is not to be replaced.</returns>
    public static bool WriteWhole(string path, ReadOnlySpan<byte> content, bool replaces = false)
    {
        var folder = Path.GetDirectoryName(path)!;
        var part = Path.Combine(folder, Ids.New().ToString("N") + ".part");
        using (var file = CreatePrivate(part, 4096))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(part, path, replaces);
        }
        catch (IOException) when (!replaces && File.Exists(path))
        {
            Remove(part);
            return false;
        }

        Sync(folder);
        return true;
    }

    /// <summary>Proves that the folder can be written now.</summary>
    /// <exception cref="IOException">It cannot, for instance for want of room.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot.</exception>
    public static void Probe(string folder)
    {
        var path = Path.Combine(folder, ".probe-" + Ids.New().ToString("N"));
        try
        {
            using var file = CreatePrivate(path, 1);
            file.WriteByte(1);
            file.Flush(flushToDisk: true);
        }
        finally
        {
            Remove(path);
        }
    }

    /// <summary>Whether a write failed for want of room.</summary>
    public static bool IsFull(IOException failure) => failure.HResult is NoSpace or OverQuota or WindowsDiskFull;

    /// <summary>Whether a file could not be opened because somebody else holds it.</summary>
    public static bool IsHeld(IOException failure) => failure.HResult is WouldBlock or WindowsSharing;

    /// <summary>Removes a file if it is there.</summary>
    public static void Remove(string path)
    {
#pragma warning disable RS0030 // this is the file store: removals end here and nowhere else
        File.Delete(path);
#pragma warning restore RS0030
    }

    /// <summary>Makes a new name in the folder survive a power cut; .NET has no call for it.</summary>
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, 0);
        if (descriptor < 0)
        {
            throw new IOException($"The folder {folder} cannot be opened to make it durable (error {Marshal.GetLastPInvokeError()}).");
        }

        try
        {
            if (FSync(descriptor) != 0)
            {
                throw new IOException($"The folder {folder} cannot be made durable (error {Marshal.GetLastPInvokeError()}).");
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int how);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FSync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
