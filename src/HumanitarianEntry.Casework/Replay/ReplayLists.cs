namespace HumanitarianEntry.Casework.Replay;

/// <summary>Brings the watch-lists of a case file into force.</summary>
internal static class ReplayLists
{
    public static Task LoadAsync(ReplayWorld world, ReplayList list, CancellationToken cancellationToken) => throw new NotSupportedException();
}
