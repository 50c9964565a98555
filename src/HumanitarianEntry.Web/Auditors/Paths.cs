namespace HumanitarianEntry.Web.Auditors;

/// <summary>Addresses of this audience.</summary>
internal static class Paths
{
    public const string Home = "/auditors";
    public const string Trails = Home + "/trails";
    public const string All = Home + "/all-trails";
    public const string Seals = Home + "/day-seals";
    public const string Reads = Home + "/reads";
}
