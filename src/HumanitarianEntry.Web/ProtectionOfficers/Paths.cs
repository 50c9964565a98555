namespace HumanitarianEntry.Web.ProtectionOfficers;

/// <summary>Addresses of this audience.</summary>
internal static class Paths
{
    public const string Home = "/protection-officers";
    public const string Cases = Home + "/cases/";
}
