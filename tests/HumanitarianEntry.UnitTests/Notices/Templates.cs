namespace HumanitarianEntry.UnitTests.Notices;

/// <summary>The shipped templates, and copies that a test may spoil.</summary>
internal static class Templates
{
    public static string Folder(string name) => Path.Combine(RepositoryRoot(), "templates", name);

    public static DirectoryInfo CopyOf(string name)
    {
        DirectoryInfo copy = Directory.CreateTempSubdirectory($"notices-{name}-");
        string source = Folder(name);
        foreach (string file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy.FullName, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    private static string RepositoryRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HumanitarianEntry.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
