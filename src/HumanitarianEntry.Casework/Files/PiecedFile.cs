namespace HumanitarianEntry.Casework.Files;

/// <summary>A file that is being sent in pieces.</summary>
/// <param name="Id">The same for the same file of the same case, so that who comes back needs to remember nothing.</param>
/// <param name="Offset">How many bytes are here.</param>
public sealed record PiecedFile(Guid Id, string NameGiven, long Size, long Offset)
{
    public bool IsWhole => Offset == Size;
}
