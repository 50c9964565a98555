namespace HumanitarianEntry.Web.Hosting;

/// <summary>What the operator decides about the surface. Read once at start-up; an unknown audience name stops the start.</summary>
public sealed record ShellSettings
{
    /// <summary>Demonstration with invented people: every page says so.</summary>
    public bool Demo { get; init; }

    /// <summary>Names of the audiences this listener serves; empty means all. Public pages are always served.</summary>
    public IReadOnlyList<string> Surfaces { get; init; } = [];

    /// <summary>Sign-in attempts one address may make in a minute.</summary>
    public int SignInsPerMinute { get; init; } = 10;

    /// <summary>The page with every component in every state is for demonstration and development only.</summary>
    public bool Styleguide { get; init; }

    /// <summary>Elsa Studio for those who draw procedures; off unless the operator wants it.</summary>
    public bool Designer { get; init; }

    public bool Exposes(Audience audience)
    {
        if (audience == Audiences.Designers && !Designer)
            return false;
        if (audience == Audiences.Public)
            return true;
        if (audience == Audiences.Styleguide)
            return Styleguide;
        if (audience == Audiences.Account)
            return Surfaces.Count == 0 || Audiences.All.Any(served => served.Door is Door.Staff or Door.Liaison && Surfaces.Contains(served.Name));
        return Surfaces.Count == 0 || Surfaces.Contains(audience.Name);
    }

    public static ShellSettings From(IConfiguration configuration, IHostEnvironment environment)
    {
        bool demo = configuration.GetValue<bool>("Demo");
        string[] surfaces = configuration.GetSection("Surfaces").Get<string[]>() ?? [];
        string? unknown = surfaces.FirstOrDefault(name => Audiences.All.All(audience => audience.Name != name));
        if (unknown is not null)
            throw new InvalidOperationException($"Setting 'Surfaces' names '{unknown}', which is no audience.");

        int perMinute = configuration.GetValue("SignInsPerMinute", 10);
        if (perMinute < 1)
            throw new InvalidOperationException("Setting 'SignInsPerMinute' must be 1 or more.");

        return new() { Demo = demo, Surfaces = surfaces, SignInsPerMinute = perMinute, Designer = configuration.GetValue<bool>("Designer"), Styleguide = demo || environment.IsDevelopment() };
    }
}
