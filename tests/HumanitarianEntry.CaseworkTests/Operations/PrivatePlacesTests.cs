using System.Runtime.Versioning;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Notices.Mail;
using HumanitarianEntry.Notices.Neutral;
using HumanitarianEntry.CaseworkTests.Screening;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Operations;

[UnsupportedOSPlatform("windows")]
public sealed class PrivatePlacesTests : IDisposable
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Open = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private readonly string root = Directory.CreateTempSubdirectory("he-places-").FullName;
    private readonly LinesOfLog log = new();

    private string Data => Path.Combine(root, "data");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Enforce_NothingThere_MakesEverythingClosed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");
        await using (var services = Services())
        {
            await services.GetRequiredService<StorageStartup>().OpenAsync(migrate: true, CancellationToken.None);
        }

        foreach (var file in new[] { "case.db", "keys.db", "jobs.db", "keys/master.key" })
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(file));
        }

        foreach (var folder in new[] { ".", "files", "mail", "keys" })
        {
            Assert.Equal(Folder, ModeOf(folder));
        }

        Assert.DoesNotContain(log.Lines, l => l.Contains("open to other users", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(Data, ".probe*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Enforce_FoundOpen_ClosesAndTellsOnce()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");
        await using (var services = Services())
        {
            await services.GetRequiredService<StorageStartup>().OpenAsync(migrate: true, CancellationToken.None);
        }

        Directory.CreateDirectory(Path.Combine(Data, "files", "ab"));
        string[] files = ["case.db", "keys.db", "jobs.db", "files/ab/sealed", "mail/one.eml"];
        foreach (var file in files)
        {
            await File.AppendAllTextAsync(Path.Combine(Data, file), string.Empty);
            Widen(file);
        }

        foreach (var folder in new[] { ".", "files", "files/ab", "mail" })
        {
            Widen(folder);
        }

        await using (var services = Services())
        {
            services.GetRequiredService<PrivatePlaces>().Enforce(makeDatabases: false);
        }

        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(file)));
        Assert.Equal(Folder, ModeOf("files/ab"));
        Assert.Equal(Folder, ModeOf("."));
        Assert.Single(log.Lines, l => l.StartsWith(Path.Combine(Data, "case.db") + " was open", StringComparison.Ordinal));
        Assert.Single(log.Lines, l => l.Contains("2 files or folders", StringComparison.Ordinal) && l.Contains("files", StringComparison.Ordinal));

        var told = log.Lines.Count;
        await using var again = Services();
        again.GetRequiredService<PrivatePlaces>().Enforce(makeDatabases: false);
        Assert.Equal(told, log.Lines.Count);
    }

    [Fact]
    public async Task Enforce_MasterKeyOpen_IsRefusedAndNotClosedInSilence()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");
        await using (var services = Services())
        {
            await services.GetRequiredService<StorageStartup>().OpenAsync(migrate: true, CancellationToken.None);
        }

        Widen("keys/master.key");
        await using var later = Services();
        var refusal = await Assert.ThrowsAsync<Casework.Sealing.MasterKeyUnavailableException>(() => later.GetRequiredService<StorageStartup>().OpenAsync(migrate: false, CancellationToken.None));
        Assert.Contains("chmod 600", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enforce_SharedFolder_IsRefusedAndLeftAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");
        Directory.CreateDirectory(Data);
        var shared = Folder | Open | UnixFileMode.StickyBit;
        File.SetUnixFileMode(Data, shared);
        await using var services = Services();
        Assert.Contains("shared by all users", Assert.Throws<PlaceUnusableException>(() => services.GetRequiredService<PrivatePlaces>().Enforce(makeDatabases: true)).Message, StringComparison.Ordinal);
        Assert.Equal(shared, ModeOf("."));
    }

    [Fact]
    public async Task Enforce_AFileInTheWay_IsRefusedByName()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "files"), "in the way");
        await using var services = Services();
        var refusal = Assert.Throws<PlaceUnusableException>(() => services.GetRequiredService<PrivatePlaces>().Enforce(makeDatabases: true));
        Assert.Contains(Path.Combine(Data, "files"), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drop_FolderMissing_IsMadeClosed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");
        var drop = Path.Combine(root, "drop");
        var mail = NoticeTexts.Load(Path.Combine(CaseworkStore.Root, "templates", "notices")).Compose("0123456789abcdef0123456789abcdef", "news@post.invalid", "demo@demo.invalid", "en");
        Assert.IsType<MailOutcome.Accepted>(await new FolderTransport(drop, "post.invalid", TimeProvider.System).SendAsync(mail, CancellationToken.None));
        Assert.Equal(Folder, File.GetUnixFileMode(drop));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Assert.Single(Directory.GetFiles(drop))));
    }

    private static void Widen(string path, string data) => File.SetUnixFileMode(Path.Combine(data, path), File.GetUnixFileMode(Path.Combine(data, path)) | Open);

    private void Widen(string path) => Widen(path, Data);

    private UnixFileMode ModeOf(string path) => File.GetUnixFileMode(Path.Combine(Data, path));

    private ServiceProvider Services() => new ServiceCollection()
        .AddStorage(StorageOptions.InFolder(Data) with { OwnFolders = [Data, Path.Combine(Data, "mail")] })
        .AddLogging(l => l.AddProvider(log)).BuildServiceProvider();
}
