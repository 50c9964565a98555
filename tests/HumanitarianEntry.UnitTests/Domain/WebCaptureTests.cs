using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class WebCaptureTests
{
    private const string Url = "https://demo.invalid/post/1";
    private static readonly DateTimeOffset At = CaseBuilder.FirstContact.AddDays(-3);
    private static readonly EvidenceFile Picture = new(new Guid(7, 0, 0, new byte[8]), "aa", 10, "png");
    private static readonly EvidenceFile Archive = Picture with { Mime = "wacz" };

    [Theory]
    [InlineData("https://demo.invalid/a?id=5&utm_source=x&fbclid=y", "https://demo.invalid/a?id=5", 2)]
    [InlineData("https://user:word@demo.invalid/a#secret", "https://demo.invalid/a", 2)]
    [InlineData("https://demo.invalid/w?w=wall-1_2&access_token=abc&PHPSESSID=1", "https://demo.invalid/w?w=wall-1_2", 2)]
    [InlineData("https://t.me/+AbCdEf123", "https://t.me/...", 1)]
    [InlineData("https://t.me/joinchat/AbCdEf123", "https://t.me/joinchat/...", 1)]
    [InlineData("https://demo.invalid/a?x=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "https://demo.invalid/a", 1)]
    [InlineData("https://demo.invalid:8443/video?v=dQw4w9WgXcQ&t=10", "https://demo.invalid:8443/video?v=dQw4w9WgXcQ&t=10", 0)]
    [InlineData("not an address", "not an address", 0)]
    public void Plain_Address_LosesWhatTellsWhoLooked(string address, string plain, int leftOut)
    {
        Assert.Equal((plain, leftOut), WebAddresses.Plain(address));
        Assert.Equal(plain, WebAddresses.Plain(plain).Address);
    }

    [Theory]
    [InlineData("http://www.demo.invalid/post/1/", true)]
    [InlineData("https://m.demo.invalid/post/1?utm_campaign=a#top", true)]
    [InlineData("https://web.archive.org/web/20240303123000/https://demo.invalid/post/1", true)]
    [InlineData("https://demo.invalid/post/2", false)]
    [InlineData("https://demo.invalid/post/1?id=2", false)]
    [InlineData("https://other.invalid/post/1", false)]
    public void Same_Page_IsRecognised(string address, bool same) => Assert.Equal(same, WebAddresses.AreSame(Url, address));

    [Fact]
    public void Screenshot_WithoutAddressOrTime_IsRefused()
    {
        var shot = new AddEvidence(EvidenceType.PublicPost, "DEMO", "public page") { File = Picture, HowCaptured = CaptureMethod.Screenshot };
        Assert.Equal(["capture-address-missing", "capture-time-missing"], Refusals(shot));
        Assert.Equal(["capture-file-missing"], Refusals(shot with { File = null }));
        Assert.Equal(["date-in-future"], Refusals(shot with { SourceUrl = Url, CapturedAt = CaseBuilder.FirstContact.AddYears(9) }));
        Assert.Equal(["archived-link-unreadable"], Refusals(shot with { SourceUrl = Url, CapturedAt = At, ArchivedUrl = "ftp://demo.invalid" }));
        Assert.Equal(["capture-method-missing"], Refusals(shot with { HowCaptured = null, CapturedAt = At }));
        Assert.Empty(Refusals(shot with { SourceUrl = Url, CapturedAt = At }));

        // A web archive says it itself.
        Assert.Empty(Refusals(shot with { File = Archive, HowCaptured = CaptureMethod.SavedPage }));
    }

    [Fact]
    public void Stated_OtherAddressOrTimeThanTheFile_IsShown()
    {
        Assert.False(View(Url, At).HasOtherAddress);
        Assert.False(View("http://www.demo.invalid/post/1/", At.AddMinutes(50)).HasOtherTime);
        Assert.True(View("https://demo.invalid/post/2", At).HasOtherAddress);
        Assert.True(View(Url, At.AddDays(1)).HasOtherTime);
        Assert.False(View(null, null).HasOtherAddress);
    }

    [Fact]
    public void View_OfWhoDoesNotWorkWithOriginals_HasNoSecretsOfTheAddress()
    {
        var file = With(Url + "?token=DEMO-SECRET", Url, At);
        foreach (var role in (Role[])[Role.Vetter, Role.Counsel, Role.DossierOfficer])
        {
            Assert.DoesNotContain("DEMO-SECRET", System.Text.Json.JsonSerializer.Serialize(RoleView.For(role, file).Evidence, DomainJson.Options), StringComparison.Ordinal);
        }

        Assert.Contains("DEMO-SECRET", CaptureRules.Of(RoleView.For(Role.Screener, file).Evidence, file.Evidence.Items[0].Value)!.Url!, StringComparison.Ordinal);
    }

    [Fact]
    public void ForDossier_WithoutCaptures_IsAbsent() => Assert.Null(CaptureRules.ForDossier(A.Case().To(Gate.Evidence).Do(People.Custodian, new AddEvidence(EvidenceType.PublicPost, "DEMO", "applicant") { File = Picture }).File));

    private static CaptureView View(string? url, DateTimeOffset? at) => CaptureRules.Of(With(Url, url, at).Evidence, With(Url, url, at).Evidence.Items[0].Value)!;

    private static CaseFile With(string read, string? url, DateTimeOffset? at)
    {
        var capture = new WebCapture(CaptureKind.Wacz, [new CapturedPage(read, "t", At, 200, "text/html", "bb")]) { HashesThatHold = 1 };
        return A.Case().To(Gate.Evidence)
            .Do(People.Custodian, new AddEvidence(EvidenceType.PublicPost, "DEMO", "public page") { File = Archive, SourceUrl = url, HowCaptured = CaptureMethod.SavedPage, CapturedAt = at })
            .Do(People.System, new RecordFileExamination(new FileExamination("E1", Archive.FileId, "aa", ScanVerdict.Clean) { Capture = capture })).File;
    }

    private static IEnumerable<string> Refusals(Act act) => A.Case().To(Gate.Evidence).Refusals(People.Custodian, act);
}
