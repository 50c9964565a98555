using System.Security.Cryptography;

namespace HumanitarianEntry.Notices.Mail;

/// <summary>Drops mails as <c>.eml</c> files. A reader of the folder never sees half a file: it gets its name when it is whole and on disk.</summary>
/// <param name="folder">Made when missing.</param>
/// <param name="neutralDomain">Right half of the Message-ID.</param>
public sealed class FolderTransport(string folder, string neutralDomain, TimeProvider clock) : IMailTransport
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        byte[] message = MimeText.Write(mail, neutralDomain, clock.GetUtcNow());
        string name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        string unfinished = Path.Combine(folder, $".{name}.part");
        try
        {
            MakeFolder();
            await WriteToDiskAsync(unfinished, message, cancellationToken);
            File.Move(unfinished, Path.Combine(folder, $"{name}.eml"));
            return new MailOutcome.Accepted();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new MailOutcome.TemporaryFailure(MailFailure.FolderNotWritable);
        }
    }

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    private static async Task WriteToDiskAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        await using FileStream file = new(path, options);
        await file.WriteAsync(content, cancellationToken);
        file.Flush(flushToDisk: true);
    }
}
