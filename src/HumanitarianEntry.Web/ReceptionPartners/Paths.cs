namespace HumanitarianEntry.Web.ReceptionPartners;

/// <summary>Addresses of this audience.</summary>
internal static class Paths
{
    public const string Home = "/reception-partners";
    public const string Cases = Home + "/cases/";
}
