using HumanitarianEntry.Casework;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Background;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.DossierMaking;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Seeding;
using HumanitarianEntry.Web.Hosting.Accounts;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Programmes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>Puts shell, casework and accounts together.</summary>
public static class Application
{
    public const int MinPasswordLength = 14;

    /// <param name="background">False where work is done by explicit calls (verbs, tests).</param>
    public static WebApplicationBuilder Compose(string[] args, IReadOnlyDictionary<string, string?>? settings, bool background)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(Application).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory, WebRootPath = "wwwroot" });
        KnownSettings.RefuseUnknown(Environment.GetEnvironmentVariables());
        builder.Configuration.AddEnvironmentVariables(KnownSettings.Prefix);
        if (settings is not null)
        {
            builder.Configuration.AddInMemoryCollection(settings);
        }

        builder.WebHost.UseStaticWebAssets();
        builder.AddShell();
        var options = Installation.From(builder.Configuration);
        builder.Services.AddCasework(options);
        builder.Services.AddAccounts();
        if (background)
        {
            builder.Services.AddBackgroundWork(options.Storage);
        }

        return builder;
    }

    /// <summary>Opens databases and keys, and reads what was changed of the programmes, before anybody is let in.</summary>
    public static async Task OpenStorageAsync(this IServiceProvider services, bool migrate, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<StorageStartup>().OpenAsync(migrate, cancellationToken);
        await using var db = services.GetRequiredService<CaseDatabase>().CreateDbContext();
        var shelf = await services.GetRequiredService<ProgrammeLibrary>().RefreshAsync(db, cancellationToken);
        DossierTemplates.Demand(services.GetRequiredService<CaseworkOptions>().TemplatesPath, shelf.Programmes.Values);
    }

    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("HumanitarianEntry");
        services.AddIdentityCore<StaffAccount>(options =>
        {
            options.Password.RequiredLength = MinPasswordLength;
            options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            options.Password.RequiredUniqueChars = 6;
            options.Lockout.MaxFailedAccessAttempts = 10;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            options.Tokens.AuthenticatorTokenProvider = Microsoft.AspNetCore.Identity.TokenOptions.DefaultAuthenticatorProvider;
        }).AddRoles<StaffRole>().AddSealedStaffStore();
        services.Replace(ServiceDescriptor.Scoped<IStaffSignIn, StaffSignIn>());
        services.Replace(ServiceDescriptor.Scoped<IApplicantSignIn, ApplicantSignIn>());
        services.Replace(ServiceDescriptor.Scoped<IPasskeySignIn, PasskeySignIn>());
        services.Replace(ServiceDescriptor.Scoped<ISessionRegister, SessionRegister>());
        services.AddPasskeys();
        services.AddScoped<IInboxCount, InboxCount>();
        services.AddScoped<StaffAccounts>();
        services.AddScoped<Account.AccountDoor>();
        services.AddScoped<DemoSeed>();
        services.AddScoped<CaseDoor>();
        services.AddScoped<Shared.Translations.TranslationDesk>();
        services.AddScoped<Translators.Jobs.JobDrafts>();
        services.AddScoped<Screeners.HandOvers.ColleagueDesk>();
        services.AddScoped<Screeners.Colleagues.ColleaguesDoor>();
        services.AddScoped<ProgrammeDoor>();
        services.AddSingleton<Words>();
        services.AddSingleton<Screeners.Interviews.InterviewDrafts>();
        services.AddSingleton<Vetters.Assessments.ExclusionDrafts>();
    }
}
