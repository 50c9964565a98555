using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.JourneyTests.Crashes;
using HumanitarianEntry.JourneyTests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Operations;

/// <summary>No room, or a connection that breaks in the middle: nothing half is stored, the person reads what to do in his language, and the same upload works later.</summary>
public sealed class AnUploadIsWholeOrAbsent
{
    private const string Upload = "/applicants/things";
    private const string NoMount = "a small disk cannot be mounted here (needs Linux and the right to mount)";
    private const string Title = "ДЕМО: мой рапорт & «отказ»";

    [Fact]
    public async Task Upload_NoRoomForFiles_IsRefusedInHisLanguageAndWorksLater()
    {
        Assert.SkipUnless(File.Exists(Repository.Application), $"the application is not built at {Repository.Application}");
        using var disk = await SmallDisk.MountAsync("2m");
        Assert.SkipWhen(disk is null, NoMount);
        await using var office = await DemoOffice.OpenAsync();
        await using var server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null, ("HE_Data__Files", Path.Combine(disk!.Folder, "files")));
        var (caseId, person) = await PersonAsync(office, server);
        using (person)
        {
            var paper = Paper();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await person.SendFileAsync(await FormAsync(person), "raport.pdf", paper));
            Assert.Contains("У нас сейчас нет места для файла", person.LastPage, StringComparison.Ordinal);
            Assert.Contains(WebUtility.HtmlEncode(Title), Encoded(person.LastPage), StringComparison.Ordinal);
            Assert.Equal((0, 0), (await RowsAsync(office, caseId), FilesIn(disk.Folder)));

            await disk.GrowAsync("32m");
            Assert.Equal(HttpStatusCode.Redirect, await person.SendFileAsync(await FormAsync(person), "raport.pdf", paper));
            Assert.Equal((1, 1), (await RowsAsync(office, caseId), FilesIn(disk.Folder)));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(paper)), Assert.Single((await office.FileAsync(caseId)).Evidence.Items).Value.File!.Sha256);
        }
    }

    [Fact]
    public async Task Form_NoRoomForTheDatabase_IsKeptAndWorksLater()
    {
        Assert.SkipUnless(File.Exists(Repository.Application), $"the application is not built at {Repository.Application}");
        using var disk = await SmallDisk.MountAsync("64m");
        Assert.SkipWhen(disk is null, NoMount);
        await using var office = await DemoOffice.OpenAsync(Path.Combine(disk!.Folder, "data"));
        await using var server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null);
        var (caseId, person) = await PersonAsync(office, server);
        using (person)
        {
            var words = string.Concat(Enumerable.Repeat("ДЕМО: я отказался. ", 2000));
            var story = await person.ReadFormAsync("/applicants/story", "/applicants/story", ("Text", words), ("Language", "ru"), ("Sign", "yes"));
            await disk.FillAsync();
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await person.SendAsync(story, keepPage: true));
            Assert.Contains("попробуйте ещё раз", person.LastPage, StringComparison.Ordinal);
            var kept = person.FormOfLastPage("/applicants/story");
            Assert.Equal((words, story.ActKey), (kept.Fields.Single(f => f.Key == "Text").Value, kept.ActKey));
            Assert.Empty((await office.FileAsync(caseId)).Interview.Statements);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await person.GetAsync("/health")).Status);

            disk.Free();
            Assert.Equal(HttpStatusCode.Redirect, await person.SendAsync(kept));
            Assert.Equal(words, Assert.Single((await office.FileAsync(caseId)).Interview.Statements).Value.Text);
        }
    }

    [Fact]
    public async Task Upload_CutInTheMiddle_StoresNothingAndWorksAgain()
    {
        Assert.SkipUnless(File.Exists(Repository.Application), $"the application is not built at {Repository.Application}");
        await using var office = await DemoOffice.OpenAsync();
        await using var server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null);
        var (caseId, person) = await PersonAsync(office, server);
        using (person)
        {
            var form = await FormAsync(person);
            await CutAsync(server.Address, person.Cookies, Upload, form, "raport.pdf", Paper());
            await SettledAsync(server);
            Assert.Equal((0, 0), (await RowsAsync(office, caseId), FilesIn(Path.Combine(office.Folder, "files"))));
            Assert.Equal(HttpStatusCode.Redirect, await person.SendFileAsync(form, "raport.pdf", Paper()));
            Assert.Single((await office.FileAsync(caseId)).Evidence.Items);
        }
    }

    [Fact]
    public async Task StreamedUpload_CutInTheMiddle_LeavesNoPart()
    {
        Assert.SkipUnless(File.Exists(Repository.Application), $"the application is not built at {Repository.Application}");
        await using var office = await DemoOffice.OpenAsync();
        await using var server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null);
        var (caseId, reference, _) = await ConsentedAsync(office);
        await office.ActAsync("coordinator", caseId, new AssignStaff(office.Seats["custodian"].Id, Role.EvidenceCustodian, "demo-org"));
        using var custodian = new Typist(server.Address);
        await custodian.SignInAsync(office.Seats["custodian"]);
        var path = $"/screeners/cases/{reference}/evidence/new";
        var form = await custodian.ReadFormAsync(path, path, ("Form.Type", "ResignationReport"), ("Form.Title", "DEMO report"), ("Form.Source", "applicant"));
        await CutAsync(server.Address, custodian.Cookies, path, form, "raport.pdf", Paper());
        await SettledAsync(server);
        Assert.Equal((0, 0), (await RowsAsync(office, caseId), FilesIn(Path.Combine(office.Folder, "files"))));
    }

    private static async Task<(Guid CaseId, Typist Person)> PersonAsync(DemoOffice office, ServerProcess server)
    {
        var (caseId, reference, code) = await ConsentedAsync(office);
        var person = new Typist(server.Address) { Language = "ru" };
        await person.EnterAsync(reference, code);
        return (caseId, person);
    }

    private static async Task<(Guid CaseId, string Reference, string Code)> ConsentedAsync(DemoOffice office)
    {
        var channel = new ContactChannel(ChannelKind.Signal, $"@demo{Ids.New():N}.invalid", "18:00-21:00", "Asia/Almaty", MayLeaveMessage: false);
        var opened = await office.ActAsync("intake", null, new OpenCase("Демо", channel, "KZ", "ru", "DEMO: refused to go back to the war."));
        await office.ActAsync("coordinator", opened.CaseId, new ClaimCase());
        await office.ActAsync("intake", opened.CaseId, new DecideGate(Gate.Referral, "accept", "DEMO: in danger."));
        await office.ActAsync("intake", opened.CaseId, new PlanSafeContact([channel], false, "code DEMO", "danger DEMO", "Nothing."));
        foreach (var purpose in new[] { ConsentPurpose.Store, ConsentPurpose.Vet, ConsentPurpose.Reception })
        {
            await office.ActAsync("intake", opened.CaseId, new RecordConsent(purpose, ConsentStatus.Given, "1", "ru", ConsentMethod.Signed));
        }

        return (opened.CaseId, opened.Reference, opened.AccessCode!);
    }

    private static Task<OpenForm> FormAsync(Typist person) =>
        person.ReadFormAsync(Upload + "/new", Upload, ("Type", "ResignationReport"), ("Title", Title), ("On.Year", "2022"), ("On.Month", "8"));

    /// <summary>Six megabytes that cannot be packed.</summary>
    private static byte[] Paper()
    {
        var paper = RandomNumberGenerator.GetBytes(6 * 1024 * 1024);
        "%PDF-1.4 DEMO\n"u8.CopyTo(paper);
        return paper;
    }

    private static async Task CutAsync(Uri server, string cookies, string path, OpenForm form, string name, byte[] bytes)
    {
        using var parts = new MultipartFormDataContent();
        foreach (var field in form.Fields)
        {
            parts.Add(new StringContent(field.Value), field.Key);
        }

        parts.Add(new ByteArrayContent(bytes), "File", name);
        var body = await parts.ReadAsByteArrayAsync();
        var head = $"POST {path} HTTP/1.1\r\nHost: {server.Authority}\r\nCookie: {cookies}\r\nContent-Type: {parts.Headers.ContentType}\r\nContent-Length: {body.Length}\r\n\r\n";
        using var connection = new TcpClient(server.Host, server.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(body.AsMemory(0, body.Length / 2));
        await stream.FlushAsync();

        // Time enough for the first half to be on disk, if it goes there at all; then as a telephone that loses its net.
        await Task.Delay(TimeSpan.FromSeconds(2));
        connection.LingerState = new LingerOption(enable: true, seconds: 0);
    }

    /// <summary>The server has noticed that the connection is gone.</summary>
    private static async Task SettledAsync(ServerProcess server)
    {
        using var client = new HttpClient();
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Equal("ok", await client.GetStringAsync(new Uri(server.Address, "/health")));
    }

    private static async Task<int> RowsAsync(DemoOffice office, Guid caseId)
    {
        await using var db = office.Cases.CreateDbContext();
        return await db.StoredFiles.CountAsync(f => f.CaseId == caseId);
    }

    /// <summary>By its turn a case keeps others waiting; the empty file that it is taken with stays.</summary>
    private static int FilesIn(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count(f => Path.GetFileName(f) != ".turn") : 0;

    // The page encodes as little as is safe; the comparison encodes all of it again.
    private static string Encoded(string page) => WebUtility.HtmlEncode(WebUtility.HtmlDecode(page));
}
