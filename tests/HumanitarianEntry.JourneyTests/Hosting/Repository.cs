namespace HumanitarianEntry.JourneyTests.Hosting;

/// <summary>Places in the repository that the journeys run from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The application as it was built, beside this test's own output.</summary>
    public static string Application
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(own.Parent!.Parent!.FullName, "HumanitarianEntry.Web", own.Name, "HumanitarianEntry.Web.dll");
        }
    }

    /// <summary>Ignored by git: pictures for people who look at them.</summary>
    public static string Screenshots => Directory.CreateDirectory(Path.Combine(Root, "tests", "HumanitarianEntry.JourneyTests", "screenshots")).FullName;

    /// <summary>A harmless picture that stands for a paper of the invented applicant.</summary>
    public static string DemoPicture(string name) => Path.Combine(Root, "tests", "cases", "evidence", name);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HumanitarianEntry.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The journeys do not run inside the repository: no HumanitarianEntry.sln above them.");
    }
}
