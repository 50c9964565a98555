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
}
