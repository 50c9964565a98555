using System.Globalization;

namespace HumanitarianEntry.TestKit.Mail;

/// <summary>How the test's SMTP server behaves.</summary>
public sealed record SmtpServerOptions
{
    /// <summary>
    /// ok, sender-5xx, rcpt-4xx, rcpt-5xx, rcpt-policy, data-5xx, first-4xx, slow-answer, black-hole, hang-up, babble, auth-optional, starttls-injection.
    /// </summary>
    public string Mode { get; init; } = "ok";

    /// <summary>The port to listen on; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>PEM file; when set, STARTTLS is offered.</summary>
    public string? CertificateFile { get; init; }

    public string? KeyFile { get; init; }

    /// <summary>When set, the server wants a sign-in.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Mechanisms (PLAIN, LOGIN) that are not offered.</summary>
    public IReadOnlyList<string> WithoutAuth { get; init; } = [];

    /// <summary>It ends by itself after this time, should the test be gone without a word.</summary>
    public int LifetimeSeconds { get; init; } = 120;

    internal IEnumerable<string> Arguments()
    {
        (string Name, string? Value)[] pairs =
        [
            ("--mode", Mode), ("--port", Port.ToString(CultureInfo.InvariantCulture)), ("--certificate", CertificateFile), ("--key", KeyFile), ("--user", User), ("--password", Password),
            ("--lifetime", LifetimeSeconds.ToString(CultureInfo.InvariantCulture)),
            .. WithoutAuth.Select(mechanism => ("--without-auth", (string?)mechanism)),
        ];
        return pairs.Where(pair => pair.Value is not null).SelectMany(pair => new[] { pair.Name, pair.Value! });
    }
}
