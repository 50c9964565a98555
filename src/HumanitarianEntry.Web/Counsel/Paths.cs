namespace HumanitarianEntry.Web.Counsel;

/// <summary>Addresses of this audience.</summary>
internal static class Paths
{
    public const string Home = "/counsel";
    public const string Cases = Home + "/cases/";
}
