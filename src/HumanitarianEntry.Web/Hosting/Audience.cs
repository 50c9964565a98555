namespace HumanitarianEntry.Web.Hosting;

/// <summary>Where a person of an audience proves who they are. Each door but <see cref="Open"/> has its own cookie.</summary>
public enum Door
{
    Open,
    Applicant,
    Staff,
    Liaison,
}

/// <summary>One group of readers: the folder its controllers live in, the first word of its URLs, its layout and the roles that may enter.</summary>
public sealed record Audience(string Name, string Path, string Layout, Door Door, IReadOnlyList<string> Roles)
{
    public string Policy => $"audience:{Name}";

    /// <summary>A page for people of several doors is reached by each of them; <see cref="Door"/> is where a stranger is sent.</summary>
    public IReadOnlyList<Door> Doors { get; init; } = [Door];
}

/// <summary>The closed list of audiences. A controller outside of it stops the start-up.</summary>
public static class Audiences
{
    public const string RootNamespace = "HumanitarianEntry.Web";
    public const string LiaisonRole = "embassy-liaison";
    public const string ApplicantRole = "applicant";
    public const string DesignerRole = "programme-designer";

    public static readonly Audience Public = new("Public", "", "_Applicant", Door.Open, []);
    public static readonly Audience Styleguide = new("Styleguide", "styleguide", "_Staff", Door.Open, []);
    public static readonly Audience Applicants = new("Applicants", "applicants", "_Applicant", Door.Applicant, [ApplicantRole]);
    public static readonly Audience Liaisons = new("Liaisons", "liaisons", "_Liaison", Door.Liaison, [LiaisonRole]);

    /// <summary>Procedures drawn in Elsa Studio; served only when the setting Designer is on. Administrators may look.</summary>
    public static readonly Audience Designers = new("Designers", "designer", "_Staff", Door.Staff, [DesignerRole, "administrator"]);

    /// <summary>What everybody who is no applicant does with his own account. Stands last: it is nobody's first page.</summary>
    public static readonly Audience Account = new("Account", "account", "_Staff", Door.Staff,
    [
        "screener", "intake-officer", "evidence-custodian", "vetter", "coordinator", "dossier-officer", "submission-officer", "counsel", "protection-officer", "reception-partner",
        "administrator", "auditor", "interpreter", "translator", DesignerRole, LiaisonRole,
    ])
    {
        Doors = [Door.Staff, Door.Liaison],
    };

    public static readonly IReadOnlyList<Audience> All =
    [
        Public,
        Styleguide,
        Applicants,
        // The role that sees most stands first: a case is opened in the first role in which a person is on it.
        Staff("Screeners", "screeners", "screener", "intake-officer", "evidence-custodian"),
        Staff("Vetters", "vetters", "vetter"),
        Staff("Coordinators", "coordinators", "coordinator"),
        Staff("DossierOfficers", "dossier-officers", "dossier-officer"),
        Staff("SubmissionOfficers", "submission-officers", "submission-officer"),
        Liaisons,
        Staff("Counsel", "counsel", "counsel"),
        Staff("ProtectionOfficers", "protection-officers", "protection-officer"),
        Staff("ReceptionPartners", "reception-partners", "reception-partner"),
        Staff("Translators", "translators", "translator"),
        Staff("Administrators", "administrators", "administrator"),
        Staff("Auditors", "auditors", "auditor"),
        Designers,
        Account,
    ];

    /// <summary>The audience and step folder a controller's namespace names; null when it names none.</summary>
    public static (Audience Audience, string Step)? Of(string? controllerNamespace)
    {
        if (controllerNamespace is null || !controllerNamespace.StartsWith(RootNamespace + ".", StringComparison.Ordinal))
            return null;

        string[] parts = controllerNamespace[(RootNamespace.Length + 1)..].Split('.');
        var audience = All.SingleOrDefault(candidate => candidate.Name == parts[0]);
        return audience is null ? null : (audience, string.Join('/', parts[1..]));
    }

    /// <summary>The audience whose pages begin with this path; everything unclaimed is public.</summary>
    public static Audience ByPath(PathString path)
    {
        string first = path.Value?.Split('/', 3, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return All.FirstOrDefault(audience => audience.Path.Length > 0 && audience.Path == first) ?? Public;
    }

    private static Audience Staff(string name, string path, params string[] roles) => new(name, path, "_Staff", Door.Staff, roles);
}

/// <summary>Cookie scheme and sign-in page of each door.</summary>
public static class Doors
{
    public static string Scheme(this Door door) => door switch
    {
        Door.Open => throw new InvalidOperationException("Open pages have no cookie."),
        Door.Applicant => "Applicant",
        Door.Staff => "Staff",
        Door.Liaison => "Liaison",
    };

    public static string SignInPath(this Door door) => door switch
    {
        Door.Open => "/",
        Door.Applicant => "/enter",
        Door.Staff or Door.Liaison => "/sign-in",
    };

    /// <summary>How long a quiet session lives (handbook section 5, statement 3 for applicants).</summary>
    public static TimeSpan IdleTime(this Door door) => door switch
    {
        Door.Open => TimeSpan.Zero,
        Door.Applicant => TimeSpan.FromMinutes(10),
        Door.Staff => TimeSpan.FromMinutes(30),
        Door.Liaison => TimeSpan.FromMinutes(20),
    };
}
