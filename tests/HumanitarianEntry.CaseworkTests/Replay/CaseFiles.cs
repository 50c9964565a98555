using HumanitarianEntry.Casework.Replay;

namespace HumanitarianEntry.CaseworkTests.Replay;

/// <summary>Where the case files of the repository lie, and how tests run them.</summary>
internal static class CaseFiles
{
    public static string Root { get; } = FindRoot();

    public static string Folder => Path.Combine(Root, "tests", "cases");

    public static IEnumerable<string> Names => new DirectoryInfo(Folder).EnumerateFiles("*.yaml").Select(f => f.Name).Order(StringComparer.Ordinal);

    public static ReplayOptions Options(Action<ReplayLine>? progress = null) => new()
    {
        WorkflowsPath = Path.Combine(Root, "workflows"),
        TemplatesPath = Path.Combine(Root, "templates"),
        Progress = progress,
    };

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "HumanitarianEntry.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("The tests run inside the repository.");
    }
}
