namespace HumanitarianEntry.Notices.Mail;

/// <summary>The relay that takes our mail.</summary>
public sealed record SmtpRelay
{
    /// <summary>Implicit TLS lives here; it is refused, see <see cref="Problems"/>.</summary>
    public const int ImplicitTlsPort = 465;

    public required string Host { get; init; }

    public int Port { get; init; } = 587;

    public RelayEncryption Encryption { get; init; } = RelayEncryption.StartTlsRequired;

    /// <summary>Null: no sign-in. When set, a mail is sent after a sign-in that succeeded, or not at all.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>PEM file with the root of a relay that has its own certificate authority. Null: the roots of the system.</summary>
    public string? TrustedRootFile { get; init; }

    /// <summary>For one whole conversation, from connecting to the answer after the text.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What keeps this relay from working, one sentence each.</summary>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [];
        if (string.IsNullOrWhiteSpace(Host))
        {
            problems.Add("Mail relay host: a name or an address is needed.");
        }

        if (Port is < 1 or > 65535)
        {
            problems.Add("Mail relay port: a number from 1 to 65535 is needed.");
        }

        if (Port is ImplicitTlsPort)
        {
            problems.Add("Mail relay port 465 speaks TLS from the first byte (implicit TLS); that is not supported: use port 587 with STARTTLS.");
        }

        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
        {
            problems.Add("Mail relay: user and password belong together; one of them is missing.");
        }

        if (!string.IsNullOrEmpty(User) && Encryption is not RelayEncryption.StartTlsRequired)
        {
            problems.Add("Mail relay: a password is sent only with STARTTLS required; set the encryption so, or remove the user.");
        }

        if (Deadline <= TimeSpan.Zero || Deadline > TimeSpan.FromMinutes(10))
        {
            problems.Add("Mail relay deadline: more than nothing and at most ten minutes.");
        }

        if (TrustedRootFile is not null && !File.Exists(TrustedRootFile))
        {
            problems.Add("Mail relay trusted root: the file does not exist.");
        }

        return problems;
    }

    /// <summary>Written to logs by accident, it shows neither user nor password.</summary>
    public override string ToString() => $"SmtpRelay {Host}:{Port}";
}
