using System.Net;
using HumanitarianEntry.Casework.DossierMaking;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Dossiers.Rendering;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Liaisons;

/// <summary>A post compares a file that it holds. Of cases it is not on it learns nothing. Everybody is invented.</summary>
public sealed class ComparingTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Path = "/liaisons/compare";

    [Fact]
    public async Task Compare_WrongPerson_IsNotThere()
    {
        Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(Path)).Location, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await (await host.SignInAsync(host.Crew.Coordinator)).GetAsync(Path)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await (await host.SignInAsync(host.Crew.Vetter)).GetAsync(Path)).Status);
    }

    [Fact]
    public async Task Compare_NoFileEmptyOrForeign_SaysSo()
    {
        var liaison = await host.SignInAsync(host.Crew.Liaison);
        var none = await SendAsync(liaison, [], string.Empty);
        Assert.True(none.Status == HttpStatusCode.UnprocessableEntity, none.Text);
        Assert.Contains("The file is empty", (await SendAsync(liaison, [])).Text, StringComparison.Ordinal);
        Assert.Contains("Not one of our files", (await SendAsync(liaison, "%PDF-1.7 DEMO"u8.ToArray())).Text, StringComparison.Ordinal);
        Assert.Contains("Not one of our files", (await SendAsync(liaison, "no PDF at all"u8.ToArray())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_ReleasedOlderAlteredAndSomebodyElses_AreToldApart()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Dossier);
        byte[] first, second;
        try
        {
            first = await ReleaseAsync(demo);
            second = await MakeAsync(demo);
        }
        catch (DossierRenderException missing) when (missing.Failure == DossierRenderFailure.WorkerMissing)
        {
            Assert.Skip("The dossier worker is not installed.");
            return;
        }

        var liaison = await host.SignInAsync(demo.Crew.Liaison);
        var other = DemoPerson.New("compare-other", Role.EmbassyLiaison);
        await host.HireAsync(other);
        var stranger = await host.SignInAsync(other);

        // Wrong person first: genuine, and nothing about whose it is.
        var elsewhere = await SendAsync(stranger, first);
        Assert.Contains("A genuine signature, but not a file that was handed to you", elsewhere.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(demo.Reference, elsewhere.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Version 1", elsewhere.Text, StringComparison.Ordinal);
        var changed = (byte[])first.Clone();
        changed[^200] ^= 1;
        Assert.DoesNotContain(demo.Reference, (await SendAsync(stranger, changed)).Text, StringComparison.Ordinal);

        // Made and signed, but never handed over.
        var unsent = await SendAsync(liaison, second);
        Assert.Contains("not a file that was handed to you", unsent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(demo.Reference, unsent.Text, StringComparison.Ordinal);

        var same = await SendAsync(liaison, first);
        Assert.Contains("This is the file that was handed to you", same.Text, StringComparison.Ordinal);
        Assert.Contains($"Version 1 of {demo.Reference}", same.Text, StringComparison.Ordinal);
        Assert.Contains(PostWalk.Recipient, same.Text, StringComparison.Ordinal);

        var middle = (byte[])first.Clone();
        middle[first.Length / 2] ^= 1;
        var altered = await SendAsync(liaison, [.. first, .. "\n% DEMO"u8]);
        Assert.Contains("it was changed", altered.Text, StringComparison.Ordinal);
        Assert.Contains("Something was added behind what was signed", altered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("This is the file", (await SendAsync(liaison, middle)).Text, StringComparison.Ordinal);

        await using var db = host.Cases.CreateDbContext();
        Assert.True(await db.ReadLog.AnyAsync(r => r.CaseId == demo.Id && r.Purpose == "compare-file" && r.ActorId == demo.Crew.Liaison.Id));
        Assert.False(await db.ReadLog.AnyAsync(r => r.CaseId == demo.Id && r.ActorId == other.Id));
    }

    private async Task<byte[]> ReleaseAsync(DemoCase demo)
    {
        var bytes = await MakeAsync(demo);
        await host.ActAsync(demo.Crew.DossierOfficer.Actor, demo.Id, new ProposeDecision(Gate.Dossier, "released", "DEMO"));
        await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new SecondDecision(Gate.Dossier, "released", "DEMO"));
        await host.ActAsync(demo.Crew.SubmissionOfficer.Actor, demo.Id, new SubmitDossier("liaison page", PostWalk.Recipient));
        return bytes;
    }

    /// <summary>A real signed version; the second one is only made, not recorded.</summary>
    private async Task<byte[]> MakeAsync(DemoCase demo)
    {
        var isFirst = (await host.FileAsync(demo.Id)).Dossier.Requests.IsEmpty;
        if (isFirst)
        {
            await host.ActAsync(demo.Crew.DossierOfficer.Actor, demo.Id, new MakeDossier("fr", PostWalk.Recipient));
        }

        var file = await host.FileAsync(demo.Id);
        var asked = file.Dossier.Requests[^1];
        var request = isFirst ? asked.Value : asked.Value with { Version = 2 };
        var made = await host.Services.GetRequiredService<DossierMaker>().MakeAsync(file, request, asked.Provenance.At, isDraft: false, CancellationToken.None);
        var bytes = made.Bytes.ToArray();
        if (isFirst)
        {
            await host.RenderedAsync(demo, bytes: bytes);
        }

        return bytes;
    }

    private static async Task<Page> SendAsync(Visitor visitor, byte[] bytes, string name = "dossier.pdf")
    {
        var form = await visitor.GetAsync(Path);
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.Document.QuerySelectorAll("main form input[type=hidden]").DistinctBy(input => input.GetAttribute("name")))
        {
            content.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        }

        if (name.Length > 0)
        {
            content.Add(new ByteArrayContent(bytes), "File", name);
        }

        return await Page.OfAsync(await visitor.Client.PostAsync(Path, content));
    }
}
