using HumanitarianEntry.Casework;
using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Notices.Mail;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>
/// Reads where an installation keeps its parts. Settings come from the environment (HE_ prefix, double underscore between levels), a file or the command line;
/// without any, everything lies in one folder and mail is dropped there as files.
/// </summary>
public static class Installation
{
    public static CaseworkOptions From(IConfiguration configuration)
    {
        var folder = Path.GetFullPath(configuration["Data:Folder"] ?? "data");
        var inFolder = StorageOptions.InFolder(folder, MasterKey(configuration, folder));
        var provider = configuration.GetValue("Data:Provider", DatabaseProvider.Sqlite);
        var storage = provider == DatabaseProvider.Sqlite
            ? inFolder
            : inFolder with
            {
                Provider = provider,
                ConnectionString = Required(configuration, "Data:ConnectionString"),
                KeyStoreConnectionString = Required(configuration, "Data:KeyStoreConnectionString"),
            };
        var mail = Mail(configuration.GetSection("Mail"), folder);
        return new CaseworkOptions
        {
            Storage = storage with { FilesPath = configuration["Data:Files"] ?? storage.FilesPath, OwnFolders = mail is { Mode: MailMode.Folder, Folder: { } drop } ? [folder, drop] : [folder] },
            WorkflowsPath = configuration["Data:Workflows"] ?? Path.Combine(AppContext.BaseDirectory, "workflows"),
            TemplatesPath = configuration["Data:Templates"] ?? Path.Combine(AppContext.BaseDirectory, "templates"),
            Mail = mail,
            Custody = new CustodySettings
            {
                Folder = configuration["Custody:Folder"] ?? Path.Combine(folder, "day-seals"),
                StampService = StampService(configuration["Custody:StampService"]),
                StampRoots = configuration["Custody:StampRoots"],
            },
            DossierOrganisation = configuration["Dossiers:Organisation"] ?? "Humanitarian entry",
            Examinations = new ExaminationOptions
            {
                Scanner = configuration["Clamd"] is { Length: > 0 } clamd ? ClamdAddress.Parse(clamd) : null,
                MostScanned = configuration.GetValue("Clamd:MaxBytes", new ExaminationOptions().MostScanned),
                LetsUnscannedThrough = configuration.GetValue("Demo", false),
            },
            StaffMailPause = configuration.GetValue("Mail:StaffPause", TimeSpan.FromMinutes(10)),
            ApplicantMailJitter = configuration.GetValue("Mail:ApplicantJitter", TimeSpan.FromMinutes(30)),
        };
    }

    /// <summary>True when the key lies beside the data: a seized machine can then be read (design 11.12).</summary>
    public static bool KeyIsBesideTheData(IConfiguration configuration) => configuration["MasterKey:Variable"] is null && configuration["MasterKey:Command"] is null && configuration["MasterKey:File"] is null;

    /// <summary>True when nothing scans files for malware.</summary>
    public static bool HasNoScanner(IConfiguration configuration) => configuration["Clamd"] is not { Length: > 0 };

    private static MasterKeySource MasterKey(IConfiguration configuration, string folder) => (configuration["MasterKey:Variable"], configuration["MasterKey:Command"], configuration["MasterKey:File"]) switch
    {
        ({ } variable, _, _) => MasterKeySource.Environment(variable),
        (_, { } command, _) when command.Split(' ') is [var program, .. var arguments] => MasterKeySource.Command(program, arguments),
        (_, _, { } file) => MasterKeySource.File(file),
        _ => MasterKeySource.File(Path.Combine(folder, "keys", "master.key")),
    };

    private static Uri? StampService(string? address) => address is null ? null
        : Uri.TryCreate(address, UriKind.Absolute, out var service) && service.Scheme is "http" or "https" ? service
        : throw new InvalidOperationException("Setting 'Custody:StampService' is no address that begins with http:// or https://.");

    private static MailSettings Mail(IConfigurationSection mail, string folder) => new()
    {
        Mode = mail.GetValue("Mode", MailMode.Folder),
        Sender = mail["Sender"] ?? "news@post.invalid",
        NeutralDomain = mail["NeutralDomain"] ?? "post.invalid",
        Folder = mail["Folder"] ?? Path.Combine(folder, "mail"),
        Relay = mail["Host"] is { } host
            ? new SmtpRelay
            {
                Host = host,
                Port = mail.GetValue("Port", 587),
                Encryption = mail.GetValue("Encryption", RelayEncryption.StartTlsRequired),
                User = mail["User"],
                Password = mail["Password"],
                TrustedRootFile = mail["TrustedRootFile"],
            }
            : null,
    };

    private static string Required(IConfiguration configuration, string key) =>
        configuration[key] is { Length: > 0 } value ? value : throw new InvalidOperationException($"Setting '{key}' is missing.");
}
