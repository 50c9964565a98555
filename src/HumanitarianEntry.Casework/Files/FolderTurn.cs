using System.Diagnostics;

namespace HumanitarianEntry.Casework.Files;

/// <summary>
/// One after the other in a folder, also between nodes, which share it (decision 0016): a file in it that one process holds open alone, and the system lets go of when the process ends.
/// The file stays, for whoever waits on a name that was removed would hold another one than the next.
/// </summary>
internal static class FolderTurn
{
    private const string Name = ".turn";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>So long somebody waits: a large file is read whole before another one takes its place.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Waits for the turn; it ends when what is given back is disposed of.</summary>
    /// <exception cref="StoreBusyException">Others were at it for too long.</exception>
    /// <exception cref="StorageFullException">No room.</exception>
    public static async Task<FileStream> TakeAsync(string folder, CancellationToken cancellationToken)
    {
        var how = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 1 };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var path = Path.Combine(StoreFolders.Ensure(folder), Name);
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path, how);
            }
            catch (IOException held) when (StoreFolders.IsHeld(held))
            {
                if (waited.Elapsed > Patience)
                {
                    throw new StoreBusyException(held);
                }

                await Task.Delay(Pause, cancellationToken);
            }
            catch (IOException full) when (StoreFolders.IsFull(full))
            {
                throw new StorageFullException(full);
            }
        }
    }
}
