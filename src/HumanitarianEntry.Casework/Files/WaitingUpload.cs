namespace HumanitarianEntry.Casework.Files;

/// <summary>An upload as it waits.</summary>
/// <param name="Size">Bytes it is to have; none where that is not known.</param>
internal sealed record WaitingUpload(Guid Id, long Size, bool IsWhole, DateTime TouchedAt)
{
    /// <summary>Which uploads are given up for another one: of the unfinished, those that were longest untouched. One that is whole is never given up for it: its form may come yet.</summary>
    /// <exception cref="TooManyUploadsException">That would not make enough room.</exception>
    public static List<Guid> GivingWay(IReadOnlyCollection<WaitingUpload> here, long size)
    {
        var room = FilePieces.MostBytes - Taken(size) - here.Where(w => w.IsWhole).Sum(w => Taken(w.Size));
        if (room < 0)
        {
            throw new TooManyUploadsException();
        }

        List<Guid> given = [];
        foreach (var (place, open) in here.Where(w => !w.IsWhole).OrderByDescending(w => w.TouchedAt).Index())
        {
            room -= Taken(open.Size);
            if (room < 0 || place >= FilePieces.MostAtOnce - 1)
            {
                given.Add(open.Id);
            }
        }

        return given;
    }

    /// <summary>The smallest counts as a piece, so that very many of them have an end as well.</summary>
    private static long Taken(long size) => Math.Max(size, FilePieces.PieceBytes);
}
