using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Xunit;

namespace HumanitarianEntry.WebTests.Applicants;

/// <summary>What the page's script and bad senders do with an upload in pieces.</summary>
public sealed class PiecedUploadTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Pieces = "/applicants/things/pieces";
    private static readonly byte[] Paper = [.. "%PDF-1.4 DEMO"u8, .. new byte[300_000]];

    [Fact]
    public async Task Post_Pieces_BecomeOneItemWithTheHashOfTheWhole()
    {
        var (demo, visitor, page) = await AtAsync(Gate.Identity);
        var begun = await BeginAsync(visitor, page, "demo.pdf", Paper.Length);
        var id = begun.GetProperty("id").GetGuid();
        Assert.Equal(FilePieces.PieceBytes, (await AddAsync(visitor, page, id, 0, Paper[..FilePieces.PieceBytes])).GetProperty("offset").GetInt64());
        // The page was loaded again: the same file goes on.
        Assert.Equal(FilePieces.PieceBytes, (await BeginAsync(visitor, page, "demo.pdf", Paper.Length)).GetProperty("offset").GetInt64());
        await AddAsync(visitor, page, id, FilePieces.PieceBytes, Paper[FilePieces.PieceBytes..]);

        var whole = Convert.ToHexStringLower(SHA256.HashData([.. SHA256.HashData(Paper.AsSpan(0, FilePieces.PieceBytes)), .. SHA256.HashData(Paper.AsSpan(FilePieces.PieceBytes))]));
        var form = page.Document.QuerySelectorAll("main form input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!);
        var again = await visitor.PostAsync("/applicants/things", new(form) { ["Piece"] = id.ToString(), ["Whole"] = whole });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(id.ToString(), again.Document.QuerySelector("input[name=Piece]")?.GetAttribute("value"));

        var done = await visitor.PostAsync("/applicants/things", new(form) { ["Piece"] = id.ToString(), ["Whole"] = whole, ["Type"] = "PublicPost", ["Title"] = "DEMO paper", ["About"] = "graphic" });
        Assert.Equal("/applicants/things", done.Location);
        var item = Assert.Single((await host.FileAsync(demo.Id)).Evidence.Items).Value;
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(Paper)), true, false), (item.File!.Sha256, item.IsGraphic, item.IsCostly));
        Assert.Equal(0, (await BeginAsync(visitor, page, "demo.pdf", Paper.Length)).GetProperty("offset").GetInt64());
    }

    /// <summary>Detained, one telephone, five films that broke off: the removal order is taken all the same.</summary>
    [Fact]
    public async Task Post_FiveBroken_TheSixthIsTaken()
    {
        var (_, visitor, page) = await AtAsync(Gate.Identity);
        for (var n = 0; n < FilePieces.MostAtOnce; n++)
            await AddAsync(visitor, page, (await BeginAsync(visitor, page, $"film{n}.pdf", Paper.Length)).GetProperty("id").GetGuid(), 0, Paper[..FilePieces.PieceBytes]);
        var id = (await BeginAsync(visitor, page, "order.pdf", 1000)).GetProperty("id").GetGuid();
        Assert.Equal(1000, (await AddAsync(visitor, page, id, 0, Paper[..1000])).GetProperty("offset").GetInt64());
    }

    [Fact]
    public void Refusal_StoreIsBusy_HasItsOwnWords() => Assert.Equal("things.file.busy", Web.Applicants.Things.ThingForm.KeyOf(new StoreBusyException()));

    [Theory]
    [InlineData("demo.pdf", 0L, HttpStatusCode.UnprocessableEntity, "The file is empty")]
    [InlineData("demo.mp4", 2_147_483_648L, HttpStatusCode.RequestEntityTooLarge, "larger than 1024 MB")]
    [InlineData("", 10L, HttpStatusCode.BadRequest, "")]
    public async Task Post_BeginOfABadFile_IsRefusedInWordsBeforeAnythingIsSent(string name, long size, HttpStatusCode status, string words)
    {
        var (_, visitor, page) = await AtAsync(Gate.Identity);
        using var answer = await PostAsync(visitor, page, Pieces, Begin(name, size));
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("words").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_PhotoNamedPdf_SaysWhatItIsAtTheFirstPieceAndInThePlainForm()
    {
        var (_, visitor, page) = await AtAsync(Gate.Identity);
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[996]];
        var id = (await BeginAsync(visitor, page, "photo.pdf", jpeg.Length)).GetProperty("id").GetGuid();
        Assert.Contains("says PDF, but the content is JPEG", (await AddAsync(visitor, page, id, 0, jpeg)).GetProperty("words").GetString(), StringComparison.Ordinal);

        Assert.Contains("says PDF, but the content is JPEG", (await UploadAsync(visitor, page, "../photo.pdf", jpeg)).Text, StringComparison.Ordinal);
        Assert.Contains("The file is empty", (await UploadAsync(visitor, page, "photo.jpg", [])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutConsentTokenOrCase_TakesNothing()
    {
        var (_, early, page) = await AtAsync(Gate.Consent);
        using (var answer = await PostAsync(early, page, Pieces, Begin("demo.pdf", 10)))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        using (var bare = await early.Client.PostAsync(Pieces, Begin("demo.pdf", 10)))
            Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);

        var (_, owner, ownPage) = await AtAsync(Gate.Identity);
        var (_, other, otherPage) = await AtAsync(Gate.Identity);
        var id = (await BeginAsync(owner, ownPage, "demo.pdf", 10)).GetProperty("id").GetGuid();
        using (var foreign = await PostAsync(other, otherPage, $"{Pieces}/{id}?offset=0", new ByteArrayContent(new byte[10])))
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using var large = await PostAsync(owner, ownPage, $"{Pieces}/{id}?offset=0", new ByteArrayContent(new byte[FilePieces.PieceBytes + 1]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
    }

    private static async Task<JsonElement> BeginAsync(Visitor visitor, Page page, string name, long size)
    {
        using var answer = await PostAsync(visitor, page, Pieces, Begin(name, size));
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static FormUrlEncodedContent Begin(string name, long size) => new([new("Name", name), new("Size", size.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("Fingerprint", new string('a', 64))]);

    private static async Task<JsonElement> AddAsync(Visitor visitor, Page page, Guid id, long offset, byte[] piece)
    {
        using var answer = await PostAsync(visitor, page, $"{Pieces}/{id}?offset={offset}", new ByteArrayContent(piece));
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, Page page, string path, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("RequestVerificationToken", page.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        request.Headers.Accept.ParseAdd("application/json");
        return visitor.Client.SendAsync(request);
    }

    private static async Task<Page> UploadAsync(Visitor visitor, Page form, string name, byte[] bytes)
    {
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.Document.QuerySelectorAll("main form input[type=hidden]"))
            content.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        content.Add(new StringContent("PublicPost"), "Type");
        content.Add(new StringContent("DEMO paper"), "Title");
        content.Add(new ByteArrayContent(bytes), "File", name);
        return await Page.OfAsync(await visitor.Client.PostAsync("/applicants/things", content));
    }

    private async Task<(DemoCase Demo, Visitor Visitor, Page Page)> AtAsync(Gate gate)
    {
        var demo = await host.CaseAtAsync(gate);
        var visitor = await host.SignInAsApplicantAsync(demo.Id);
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return (demo, visitor, await visitor.GetAsync("/applicants/things/new"));
    }
}
