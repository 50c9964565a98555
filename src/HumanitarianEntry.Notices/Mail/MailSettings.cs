namespace HumanitarianEntry.Notices.Mail;

/// <summary>Where mail goes. Never chosen silently: <see cref="Off"/> is a setting like the others, and its outcome says so.</summary>
public enum MailMode
{
    /// <summary>Nothing leaves; every mail is answered with <see cref="MailOutcome.SwitchedOff"/>.</summary>
    Off,

    /// <summary>Mails are dropped as files, for development and for relays that fetch from a folder.</summary>
    Folder,

    /// <summary>Mails are handed to a relay.</summary>
    Smtp,
}

/// <summary>Protection of the way to the relay.</summary>
public enum RelayEncryption
{
    /// <summary>Without STARTTLS nothing is sent.</summary>
    StartTlsRequired,

    /// <summary>STARTTLS where offered; somebody on the way can take the offer out. Never with a password.</summary>
    StartTlsIfOffered,

    /// <summary>In clear. Only for a relay on this machine.</summary>
    None,
}

/// <summary>Mail settings of an installation.</summary>
public sealed record MailSettings
{
    public required MailMode Mode { get; init; }

    /// <summary>A sender that says nothing about the organisation to whoever reads over the shoulder.</summary>
    public string Sender { get; init; } = string.Empty;

    /// <summary>Right half of every Message-ID and the name we greet the relay with. A neutral domain, never the name of a machine.</summary>
    public string NeutralDomain { get; init; } = string.Empty;

    /// <summary>Drop folder; only for <see cref="MailMode.Folder"/>.</summary>
    public string? Folder { get; init; }

    /// <summary>Only for <see cref="MailMode.Smtp"/>.</summary>
    public SmtpRelay? Relay { get; init; }

    /// <summary>What keeps these settings from working, one sentence each; empty when they are good. Read at start-up.</summary>
    public IReadOnlyList<string> Problems()
    {
        if (Mode is MailMode.Off)
        {
            return [];
        }

        List<string> problems = [];
        if (!MailAddressRule.TryNormalise(Sender, out _))
        {
            problems.Add("Mail sender: a plain mail address is needed.");
        }

        if (!MailAddressRule.TryNormaliseDomain(NeutralDomain, out _))
        {
            problems.Add("Mail neutral domain: a domain name is needed, for the Message-ID and the greeting.");
        }

        switch (Mode)
        {
            case MailMode.Folder when string.IsNullOrWhiteSpace(Folder):
                problems.Add("Mail folder: a path is needed in folder mode.");
                break;
            case MailMode.Smtp when Relay is null:
                problems.Add("Mail relay: host and port are needed in SMTP mode.");
                break;
            case MailMode.Smtp:
                problems.AddRange(Relay!.Problems());
                break;
        }

        return problems;
    }

    /// <summary>Makes the transport these settings ask for.</summary>
    /// <exception cref="InvalidOperationException">The settings have <see cref="Problems"/>; all are named.</exception>
    public IMailTransport CreateTransport(TimeProvider clock)
    {
        IReadOnlyList<string> problems = Problems();
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join(" ", problems));
        }

        return Mode switch
        {
            MailMode.Off => new SwitchedOffTransport(),
            MailMode.Folder => new FolderTransport(Folder!, NeutralDomain, clock),
            MailMode.Smtp => new SmtpTransport(Relay!, NeutralDomain, clock),
        };
    }
}
