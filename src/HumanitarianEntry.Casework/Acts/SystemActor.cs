using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Casework.Acts;

/// <summary>The program itself, where no person acts: clocks, results of screening and rendering.</summary>
public static class SystemActor
{
    public static readonly Actor Instance = new(new Guid("5e5e5e5e-0000-4000-8000-000000000001"), Role.System, "system");
}
