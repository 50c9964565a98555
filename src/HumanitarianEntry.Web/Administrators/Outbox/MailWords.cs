using System.Collections.Frozen;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Notices.Mail;

namespace HumanitarianEntry.Web.Administrators.Outbox;

/// <summary>Why mail does not leave, in plain words with what to look at.</summary>
public static class MailWords
{
    private static readonly FrozenDictionary<string, MailFailure> ByCode =
        Enum.GetValues<MailFailure>().ToFrozenDictionary(failure => Keys.Kebab(failure.ToString()), StringComparer.Ordinal);

    public static string Of(string code) => ByCode.TryGetValue(code, out var failure) ? Of(failure) : S($"{InWords(code)}. The log says more.");

    private static string Of(MailFailure failure) => failure switch
    {
        MailFailure.CannotConnect => S("The mail server cannot be reached: it is switched off, its name is wrong, or a firewall stands between."),
        MailFailure.NoGreeting => S("The mail server was reached but did not answer. Perhaps the port speaks TLS from the first byte; use port 587."),
        MailFailure.DeadlinePassed => S("The mail server was too slow."),
        MailFailure.ConnectionLost => S("The mail server hung up in the middle."),
        MailFailure.AnswerLost => S("The mail was handed over, but the answer did not come. It may arrive twice, under the same number."),
        MailFailure.ServerBusy => S("The mail server asked to come back later."),
        MailFailure.NotUnderstood => S("What answers on this port is no mail server."),
        MailFailure.EncryptionNotOffered => S("The mail server does not offer encryption, and without it nothing is sent."),
        MailFailure.EncryptionFailed => S("Encryption with the mail server could not be set up."),
        MailFailure.CertificateNotTrusted => S("The certificate of the mail server is not valid for its name, or comes from somebody this machine does not trust."),
        MailFailure.SignInNotOffered => S("The mail server offers no sign-in that this program knows, but a user is set."),
        MailFailure.SignInRefused => S("The mail server refuses user or password."),
        MailFailure.SignInRequired => S("The mail server wants a user and a password; none is set."),
        MailFailure.SenderRefused => S("The mail server refuses our sender address."),
        MailFailure.RecipientRefused => S("The mail server refuses a recipient for good. The address of that account is probably wrong."),
        MailFailure.MessageRefused => S("The mail server refuses the text for good."),
        MailFailure.FolderNotWritable => S("The folder for mails cannot be written."),
    };
}
