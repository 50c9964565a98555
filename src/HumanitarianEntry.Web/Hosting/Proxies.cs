using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>
/// Takes address and protocol of a visitor from the headers of the proxies that the operator names, and of nobody else: who could write his own address would try
/// passwords without end. Without the setting <c>KnownProxies</c> these headers are not read at all.
/// </summary>
public static class Proxies
{
    private const string Setting = "KnownProxies";

    /// <exception cref="InvalidOperationException">The setting is no list of addresses, or the framework was told to believe everybody.</exception>
    public static void AddKnownProxies(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetValue<bool>("ForwardedHeaders_Enabled"))
        {
            throw new InvalidOperationException("ASPNETCORE_FORWARDEDHEADERS_ENABLED believes the headers of everybody. Take it out and name your proxies in HE_KnownProxies.");
        }

        services.AddSingleton(new KnownProxies(Parse(configuration[Setting])));
    }

    public static IApplicationBuilder UseKnownProxies(this IApplicationBuilder app)
    {
        var known = app.ApplicationServices.GetRequiredService<KnownProxies>();
        if (known.Networks.Count == 0)
        {
            return app;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in known.Networks)
        {
            options.KnownIPNetworks.Add(network);
        }

        return app.UseForwardedHeaders(options);
    }

    /// <summary>Addresses and networks, parted by commas: <c>10.0.0.1, 10.1.0.0/16, ::1</c>.</summary>
    private static List<IPNetwork> Parse(string? setting) =>
        [.. (setting ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(One)];

    private static IPNetwork One(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        if (!IPNetwork.TryParse(text, out var network))
        {
            throw new InvalidOperationException($"Setting '{Setting}': '{text}' is neither an address nor a network. Write addresses parted by commas, such as 10.0.0.1, 10.1.0.0/16.");
        }

        return network.PrefixLength > 0 ? network : throw new InvalidOperationException($"Setting '{Setting}': '{text}' would believe everybody.");
    }
}

/// <summary>Whose forwarded headers are believed; empty when nobody's.</summary>
public sealed record KnownProxies(IReadOnlyList<IPNetwork> Networks);
