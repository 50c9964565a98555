namespace HumanitarianEntry.Notices.Mail;

/// <summary>What became of one attempt to send a mail. Carries no address and no text of the server, so that it may be logged.</summary>
public abstract record MailOutcome
{
    private MailOutcome()
    {
    }

    /// <summary>The next station took responsibility for the mail.</summary>
    public sealed record Accepted : MailOutcome;

    /// <summary>Mail is switched off by the settings. Nothing was sent and nothing will be by trying again.</summary>
    public sealed record SwitchedOff : MailOutcome;

    /// <summary>Try again later (<see cref="Delivery.Backoff"/>).</summary>
    /// <param name="Reason">Why, for the operator's page and the log.</param>
    /// <param name="ReplyCode">The three-digit SMTP reply, where there was one.</param>
    public sealed record TemporaryFailure(MailFailure Reason, int? ReplyCode = null) : MailOutcome
    {
        /// <summary>Waiting will not mend it: a person has to look at settings or relay. The mail itself is good and stays queued.</summary>
        public bool NeedsOperator => Reason switch
        {
            MailFailure.CannotConnect or MailFailure.NoGreeting or MailFailure.DeadlinePassed or MailFailure.ConnectionLost => false,
            MailFailure.ServerBusy or MailFailure.AnswerLost => false,
            MailFailure.NotUnderstood or MailFailure.FolderNotWritable => true,
            MailFailure.EncryptionNotOffered or MailFailure.EncryptionFailed or MailFailure.CertificateNotTrusted => true,
            MailFailure.SignInNotOffered or MailFailure.SignInRefused or MailFailure.SignInRequired => true,
            MailFailure.SenderRefused or MailFailure.RecipientRefused or MailFailure.MessageRefused => true,
        };
    }

    /// <summary>This mail will never be taken in this form. Do not repeat it.</summary>
    public sealed record PermanentFailure(MailFailure Reason, int? ReplyCode = null) : MailOutcome;
}

/// <summary>Why a mail did not leave.</summary>
public enum MailFailure
{
    /// <summary>No connection: host unknown, refused, unreachable.</summary>
    CannotConnect,

    /// <summary>Connected, but the server did not say who it is. A port that speaks TLS from the first byte (implicit TLS) looks like this.</summary>
    NoGreeting,

    /// <summary>Our own deadline for the whole conversation passed before the text was handed over.</summary>
    DeadlinePassed,

    /// <summary>The server hung up in the middle.</summary>
    ConnectionLost,

    /// <summary>The text was handed over and no answer came. The mail may have been accepted: a repeat may arrive twice.</summary>
    AnswerLost,

    /// <summary>The server asked to come back later (4xx).</summary>
    ServerBusy,

    /// <summary>The server answered something that SMTP does not know.</summary>
    NotUnderstood,

    /// <summary>STARTTLS is required by the settings and the server does not offer it, or refused it.</summary>
    EncryptionNotOffered,

    /// <summary>The TLS handshake failed.</summary>
    EncryptionFailed,

    /// <summary>The server's certificate is not valid for its name or not signed by a trusted root.</summary>
    CertificateNotTrusted,

    /// <summary>A user is configured and the server offers neither AUTH PLAIN nor AUTH LOGIN.</summary>
    SignInNotOffered,

    /// <summary>Wrong user or password.</summary>
    SignInRefused,

    /// <summary>No user is configured and the server wants one.</summary>
    SignInRequired,

    /// <summary>The relay refuses our sender address.</summary>
    SenderRefused,

    /// <summary>The relay refuses this recipient for good.</summary>
    RecipientRefused,

    /// <summary>The relay refuses this text for good.</summary>
    MessageRefused,

    /// <summary>The drop folder cannot be written.</summary>
    FolderNotWritable,
}
