using System.Text.Unicode;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>The shell: everything a page needs before it knows anything about cases.</summary>
public static class Shell
{
    public static void AddShell(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Host.UseDefaultServiceProvider(static provider => (provider.ValidateOnBuild, provider.ValidateScopes) = (true, true));

        var settings = ShellSettings.From(builder.Configuration, builder.Environment);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddDataProtection();
        services.AddAudienceDoors();
        services.AddKnownProxies(builder.Configuration);
        services.AddSignInLimits(settings);
        services.AddTexts();
        services.AddKeptForms();
        services.AddPages(settings);
        services.AddSingleton<Sessions>();
        services.AddSingleton(provider => Designers.Studio.StudioPackage.Open(Designers.Studio.StudioPackage.FolderOf(provider.GetRequiredService<IConfiguration>())));
        services.AddSingleton<Public.StaffSignIn.PendingSignIn>();

        // By a factory, because its parts come with the case store, which the shell alone does not have.
        services.AddScoped(static provider => ActivatorUtilities.CreateInstance<Applicants.OwnDoor>(provider));
        services.TryAddScoped<IStaffSignIn, ClosedDoors>();
        services.TryAddScoped<IApplicantSignIn, ClosedDoors>();
        services.TryAddScoped<IPasskeySignIn, ClosedDoors>();
        services.TryAddScoped<ISessionRegister, ClosedDoors>();
    }

    public static void UseShell(this WebApplication app)
    {
        app.UseKnownProxies();
        app.UseResponseHeaders();
        app.UseLanguageOfRequest();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = static fault => fault switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                _ when DatabaseErrors.IsBusyNow(fault) => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = static file => StaticAsset.Mark(file.Context) });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapControllers();
        RefuseToStartUnsafe(app.Services);
    }

    // The conventions and the texts are read here and not at the first request: a wrong one must stop the start.
    private static void RefuseToStartUnsafe(IServiceProvider services)
    {
        _ = services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors;
        _ = services.GetRequiredService<TextCatalogue>();
        StaffWords.Labels = services.GetService<Notices.Labelling.Labels>();
        var log = services.GetRequiredService<ILogger<StaffCatalogue>>();
        StaffCatalogue.Missed = (language, key) => log.LogWarning("No staff text in {Language} for {Key}", language, key);
        if (services.GetRequiredService<ShellSettings>().Designer)
            _ = services.GetRequiredService<Designers.Studio.StudioPackage>();
    }

    private static void AddTexts(this IServiceCollection services)
    {
        services.AddSingleton(TextCatalogue.FromAssembly());
        services.AddSingleton<Texts>();
        services.AddSingleton<IValidationAttributeAdapterProvider, RuleWords>();
        services.AddOptions<MvcDataAnnotationsLocalizationOptions>().PostConfigure<TextCatalogue>(
            static (options, catalogue) => options.DataAnnotationLocalizerProvider = (form, _) => TextsLocalizer.For(form, catalogue));
        services.AddOptions<MvcOptions>().Configure<TextCatalogue>(
            static (options, catalogue) => ValidationWords.Bind(options.ModelBindingMessageProvider, catalogue));
    }

    private static void AddKeptForms(this IServiceCollection services)
    {
        services.AddSingleton<BrowserMark>();
        services.AddSingleton<IFormKeeper, ExpiredFormKeeper>();
        services.AddSingleton<ExpiredFormPages>();
    }

    private static void AddPages(this IServiceCollection services, ShellSettings settings)
    {
        services.AddControllersWithViews(options =>
        {
            options.Conventions.Add(new AudienceConvention(settings));
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.Filters.Add<NullByteFilter>();
            options.Filters.Add<TokenExpiredFilter>();
            options.Filters.Add<LookAgainFilter>();
            options.Filters.Add<BrowserMarkFilter>();
            options.Filters.Add<DatabaseBusyFilter>();
            options.ModelMetadataDetailsProviders.Add(new ValidationWords());
        }).AddDataAnnotationsLocalization();
        services.Configure<RazorViewEngineOptions>(static razor => razor.ViewLocationExpanders.Add(new AudienceViews()));
        services.Configure<RouteOptions>(static routes => (routes.LowercaseUrls, routes.AppendTrailingSlash) = (true, false));
        services.AddSingleton<Navigation>();
        services.Configure<WebEncoderOptions>(static encoder => encoder.TextEncoderSettings = new(UnicodeRanges.All));
        services.Configure<AntiforgeryOptions>(static antiforgery =>
        {
            antiforgery.Cookie = new HostCookie { Name = "__Host-Form", HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true };
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
    }

    // Browsers take secure cookies from loopback without TLS; the framework's own switch would refuse to serve such a page at all.
    private sealed class HostCookie : CookieBuilder
    {
        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            (options.Secure, options.Path) = (true, "/");
            return options;
        }
    }
}
