namespace HumanitarianEntry.Casework.Custody;

/// <summary>Where the daily seals are written, and who stamps them.</summary>
public sealed record CustodySettings
{
    /// <summary>Folder for the daily seals; best on another machine, where who changes the database cannot change them.</summary>
    public required string Folder { get; init; }

    /// <summary>A time stamp service (RFC 3161 over HTTP); null: seals are signed but not stamped. It learns one hash a day.</summary>
    public Uri? StampService { get; init; }

    /// <summary>File with the root certificates (PEM) that the service's certificate must descend from. Without it no stamp is believed.</summary>
    public string? StampRoots { get; init; }

    /// <exception cref="InvalidOperationException">A service without roots, or an address that is none.</exception>
    public void Demand()
    {
        if (StampService is not null && (StampRoots is null || !File.Exists(StampRoots)))
        {
            throw new InvalidOperationException("A time stamp service is set (Custody:StampService), but not the file with the certificates that it must descend from (Custody:StampRoots).");
        }
    }
}
