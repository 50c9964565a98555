using HumanitarianEntry.Casework;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Notices.Mail;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.CaseworkTests.Screening;

/// <summary>A storage of one test with all of the casework over it, the real programme and the real texts.</summary>
internal static class CaseworkStore
{
    public static Task<TestStore> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, Action<IServiceCollection>? more = null, string? templates = null, ExaminationOptions? examinations = null) => TestStore.OpenAsync(provider, parts =>
    {
        parts.AddCasework(new CaseworkOptions
        {
            Storage = (StorageOptions)parts.Last(p => p.ServiceType == typeof(StorageOptions)).ImplementationInstance!,
            WorkflowsPath = Path.Combine(Root, "workflows"),
            TemplatesPath = templates ?? Path.Combine(Root, "templates"),
            Mail = new MailSettings { Mode = MailMode.Off },

            // Tests about other things go on without a scanner; those about files say what they want.
            Examinations = examinations ?? new ExaminationOptions { LetsUnscannedThrough = true },
        });
        more?.Invoke(parts);
    });

    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HumanitarianEntry.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
