namespace HumanitarianEntry.Casework.Examinations;

/// <summary>How files of the evidence and captures of vetters are examined.</summary>
public sealed record ExaminationOptions
{
    /// <summary>The malware scanner; null: there is none, nothing is scanned, and no dossier with files is handed over.</summary>
    public ClamdAddress? Scanner { get; init; }

    /// <summary>
    /// Larger files are not given to the scanner. clamd passes over what is larger than its own MaxFileSize without a word, so this must not be more than that (100 MB unless its file says otherwise).
    /// </summary>
    public long MostScanned { get; init; } = 100L * 1024 * 1024;

    /// <summary>How long the scanner may take to say who it is; for a file it gets half a minute, and a second for each megabyte.</summary>
    public TimeSpan AnswersWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Demonstrations: what could not be scanned goes on all the same, and every place says so. What was found to be malware never does.</summary>
    public bool LetsUnscannedThrough { get; init; }
}
