using HumanitarianEntry.Web.Designers.Studio;

namespace HumanitarianEntry.Web.Designers;

/// <summary>Addresses of this audience. Everything of Studio lies under its version, so that a browser may keep the files for ever.</summary>
internal static class Paths
{
    public const string Home = "/designer";
    public const string Calls = Home + "/api";
    public const string Proposals = Home + "/proposals";
    public const string Studio = Home + "/studio/" + StudioPackage.Version;
    public const string DoneMessage = "Done";

    public static string Editor(string definitionId) => $"{Studio}/definitions/{definitionId}";

    public static string Run(Guid id) => $"{Studio}/runs/{id}";
}
