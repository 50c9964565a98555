using System.Collections.Frozen;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Notices.Mail;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Administrators.Outbox;

/// <summary>Why mail does not leave, in plain words with what to look at.</summary>
public static class MailWords
{
    private static readonly FrozenDictionary<string, string> ByCode =
        Enum.GetValues<MailFailure>().ToFrozenDictionary(failure => Keys.Kebab(failure.ToString()), Of, StringComparer.Ordinal);

    public static string Of(string code) => ByCode.GetValueOrDefault(code) ?? $"{Words.Of(code)}. The log says more.";

    private static string Of(MailFailure failure) => failure switch
    {
        MailFailure.CannotConnect => "The mail server cannot be reached: it is switched off, its name is wrong, or a firewall stands between.",
        MailFailure.NoGreeting => "The mail server was reached but did not answer. Perhaps the port speaks TLS from the first byte; use port 587.",
        MailFailure.DeadlinePassed => "The mail server was too slow.",
        MailFailure.ConnectionLost => "The mail server hung up in the middle.",
        MailFailure.AnswerLost => "The mail was handed over, but the answer did not come. It may arrive twice, under the same number.",
        MailFailure.ServerBusy => "The mail server asked to come back later.",
        MailFailure.NotUnderstood => "What answers on this port is no mail server.",
        MailFailure.EncryptionNotOffered => "The mail server does not offer encryption, and without it nothing is sent.",
        MailFailure.EncryptionFailed => "Encryption with the mail server could not be set up.",
        MailFailure.CertificateNotTrusted => "The certificate of the mail server is not valid for its name, or comes from somebody this machine does not trust.",
        MailFailure.SignInNotOffered => "The mail server offers no sign-in that this program knows, but a user is set.",
        MailFailure.SignInRefused => "The mail server refuses user or password.",
        MailFailure.SignInRequired => "The mail server wants a user and a password; none is set.",
        MailFailure.SenderRefused => "The mail server refuses our sender address.",
        MailFailure.RecipientRefused => "The mail server refuses a recipient for good. The address of that account is probably wrong.",
        MailFailure.MessageRefused => "The mail server refuses the text for good.",
        MailFailure.FolderNotWritable => "The folder for mails cannot be written.",
    };
}
