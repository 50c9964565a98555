using HumanitarianEntry.Notices.Mail;
using Xunit;

namespace HumanitarianEntry.UnitTests.Notices;

public sealed class FolderTransportTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("notices-folder-");

    [Fact]
    public async Task SendAsync_NewFolder_DropsTheWholeMailUnderARandomName()
    {
        string target = Path.Combine(folder.FullName, "drop");
        FolderTransport transport = new(target, "notices.invalid", new FixedDateClock(Noon));

        await transport.SendAsync(Mail, CancellationToken.None);
        MailOutcome outcome = await transport.SendAsync(Mail, CancellationToken.None);

        Assert.IsType<MailOutcome.Accepted>(outcome);
        string[] files = Directory.GetFiles(target);
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.Matches("^[0-9a-f]{32}\\.eml$", Path.GetFileName(file)));
        Assert.All(files, file => Assert.Equal(MimeText.Write(Mail, "notices.invalid", Noon), File.ReadAllBytes(file)));
    }

    [Fact]
    public async Task SendAsync_AnyMail_IsReadableByTheOwnerOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("file modes exist on Unix only");
            return;
        }

        await new FolderTransport(folder.FullName, "notices.invalid", new FixedDateClock(Noon)).SendAsync(Mail, CancellationToken.None);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Assert.Single(Directory.GetFiles(folder.FullName))));
    }

    [Fact]
    public async Task SendAsync_FolderIsAFile_SaysThatItCannotBeWritten()
    {
        string file = Path.Combine(folder.FullName, "file");
        await File.WriteAllTextAsync(file, "x");

        MailOutcome outcome = await new FolderTransport(file, "notices.invalid", new FixedDateClock(Noon)).SendAsync(Mail, CancellationToken.None);

        Assert.Equal(new MailOutcome.TemporaryFailure(MailFailure.FolderNotWritable), outcome);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static OutgoingMail Mail { get; } = OutgoingMail.Create("0123456789abcdef0123", "a@notices.invalid", "b@mail.invalid", "en", "News", "News");
}
