using HumanitarianEntry.Casework.HostCountries;
using HumanitarianEntry.Casework.Programmes;

namespace HumanitarianEntry.Web.Shared.Hosts;

public static class HostWords
{
    public static string Of(HostRisk risk) => risk switch
    {
        HostRisk.Normal => S("As usual"),
        HostRisk.High => S("High"),
        HostRisk.Extreme => S("Extreme"),
    };

    public static string Of(ReportTopic topic) => topic switch
    {
        ReportTopic.OnReturn => S("On return"),
        ReportTopic.InCountry => S("In the country"),
    };
}
