namespace HumanitarianEntry.UnitTests.Workflows;

internal static class Repository
{
    /// <summary>The folder of the solution, found upwards from the test program.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "HumanitarianEntry.sln"))) return folder.FullName;
        throw new InvalidOperationException("HumanitarianEntry.sln was not found above the test program");
    }
}
