namespace HumanitarianEntry.Casework.Files;

/// <summary>There is no room for the file. Nothing was kept.</summary>
public sealed class StorageFullException(Exception inner) : IOException("There is no room left for the file. Nothing was kept.", inner);

/// <summary>Others are at the same files, or what must be told of one could not be told yet. Nothing was kept; sent again in a minute, it is taken.</summary>
public sealed class StoreBusyException : IOException
{
    private const string Words = "The files of this case are in use. Nothing was kept; it can be sent again.";

    public StoreBusyException()
        : base(Words)
    {
    }

    public StoreBusyException(Exception inner)
        : base(Words, inner)
    {
    }
}

/// <summary>The file is larger than is allowed here. Nothing was kept.</summary>
public sealed class FileTooLargeException(long limit) : IOException($"The file is larger than {limit} bytes. Nothing was kept.")
{
    /// <summary>The limit in bytes.</summary>
    public long Limit { get; } = limit;
}

/// <summary>A stored file was changed, cut off, re-ordered or put in another's place.</summary>
public sealed class StoredFileBrokenException(string address, string reason) : IOException($"The stored file {address} is broken: {reason}")
{
    public string Address { get; } = address;
}

/// <summary>There is no such file in the store.</summary>
public sealed class StoredFileMissingException(string address) : IOException($"The stored file {address} is missing.")
{
    public string Address { get; } = address;
}

/// <summary>The file is not of the kind that its name says, or of a kind that is not taken.</summary>
public sealed class FileKindRefusedException(KindCheck check) : IOException($"The file is named like {check.Declared} but is {check.Found}, or of a kind that is not taken. Nothing was kept.")
{
    public KindCheck Check { get; } = check;
}

/// <summary>Files of the same case are here whole and wait for their forms; there is no room beside them.</summary>
public sealed class TooManyUploadsException() : IOException("Too many uploads of this case wait for their forms.");
