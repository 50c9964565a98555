using System.Net;
using System.Reflection;
using System.Text.Encodings.Web;
using HumanitarianEntry.Casework.Data;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Pages;

/// <summary>The peer of pages: MVC with one action, one query by key, a few lines of HTML; no session, no sealing, no log of reads.</summary>
internal sealed class BarePage : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    private BarePage(WebApplication app, Uri address) => (this.app, client) = (app, new HttpClient { BaseAddress = address });

    public static async Task<BarePage> ServeAsync(StorageOptions storage, string reference)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new BareCase(new CaseDatabase(storage), reference));
        builder.Services.AddMvcCore().ConfigureApplicationPartManager(static parts =>
        {
            parts.FeatureProviders.Clear();
            parts.FeatureProviders.Add(new OnlyOne());
        });
        var served = builder.Build();
        served.MapControllers();
        await served.StartAsync();
        return new BarePage(served, AddressOf(served));
    }

    public async Task AskAsync()
    {
        using var answer = await client.GetAsync(new Uri("/bare", UriKind.Relative));
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"The bare page answers {answer.StatusCode}.");
        }

        await answer.Content.ReadAsByteArrayAsync();
    }

    public static Uri AddressOf(WebApplication app) => new(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>The program's own controllers are not served here, and this one nowhere else.</summary>
    private sealed class OnlyOne : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature) => feature.Controllers.Add(typeof(BareCase.Action).GetTypeInfo());
    }
}

/// <param name="Reference">Of the case that is asked for.</param>
internal sealed record BareCase(CaseDatabase Cases, string Reference)
{
    /// <summary>No controller by name or base, so that the program itself does not take it for one.</summary>
    internal sealed class Action(BareCase one)
    {
        [HttpGet("/bare")]
        public async Task<ContentResult> ShowAsync(CancellationToken cancellationToken)
        {
            await using var db = one.Cases.CreateDbContext();
            var found = await db.Cases.AsNoTracking().Where(c => c.Reference == one.Reference).Select(c => new { c.Reference, c.State, c.Priority }).SingleAsync(cancellationToken);
            var encode = HtmlEncoder.Default;
            return new ContentResult { ContentType = "text/html; charset=utf-8", Content = $"<!doctype html><title>Case</title><h1>{encode.Encode(found.Reference)}</h1><p>{encode.Encode(found.State)}, {encode.Encode(found.Priority)}</p>" };
        }
    }
}
