using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Appointments;

/// <summary>A quarter of an hour of somebody: one person or interpreter gives it away once.</summary>
/// <param name="Holder">Whose it is: see <see cref="Booking"/>.</param>
public sealed record Quarter(string Holder, DateTimeOffset StartsAt);

/// <summary>A quarter that an appointment of any case has taken already.</summary>
public sealed record TakenQuarter(Quarter Quarter, Guid Appointment);

/// <summary>An act that takes somebody's time. The runner looks up, in the act's own transaction, which of it others have taken.</summary>
public interface IBooksTime
{
    /// <summary>What the act would take; the case is as it was before the act.</summary>
    IReadOnlyList<Quarter> Books(CaseFile file, Actor actor);
}

/// <summary>Time is given away by quarters of an hour, so that a unique key of the database can refuse the second of two.</summary>
public static class Booking
{
    public const int Grain = 15;

    private const string StaffMark = "s:";
    private const string InterpreterMark = "i:";

    /// <summary>The code as it is compared: "int 4" and "INT-4" are one interpreter.</summary>
    public static string? Code(string? typed)
    {
        var plain = new string([.. (typed ?? string.Empty).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
        return plain.Length == 0 ? null : plain;
    }

    public static bool IsInterpreter(Quarter quarter) => quarter.Holder.StartsWith(InterpreterMark, StringComparison.Ordinal);

    /// <summary>Everything that a talk takes: of who holds it and, when there is one, of who interprets.</summary>
    public static IReadOnlyList<Quarter> Of(Guid staff, string? interpreterCode, DateTimeOffset startsAt, int minutes)
    {
        string[] holders = [$"{StaffMark}{staff:N}", .. Code(interpreterCode) is { } code ? [InterpreterMark + code] : Array.Empty<string>()];
        return [.. holders.SelectMany(holder => Starts(startsAt, minutes).Select(start => new Quarter(holder, start)))];
    }

    /// <summary>Nothing when the talk is over or called off: its time is free again.</summary>
    public static IReadOnlyList<Quarter> Of(StandingAppointment standing) =>
        standing.IsOpen ? Of(standing.With, standing.Value.InterpreterCode, standing.Value.StartsAt, standing.Value.Minutes) : [];

    /// <summary>What stands against it when others have some of the time.</summary>
    /// <param name="own">Appointments whose time may be used again; they are called off or taken over with the act.</param>
    internal static IEnumerable<Blocker> Against(ImmutableList<TakenQuarter> taken, IReadOnlyCollection<Guid> own)
    {
        var others = taken.Where(t => !own.Contains(t.Appointment)).Select(t => t.Quarter).ToList();
        if (others.Exists(q => !IsInterpreter(q)))
        {
            yield return new Blocker("you-are-booked", "You have another appointment at that time. Choose another time, or move the other one.");
        }

        if (others.Exists(IsInterpreter))
        {
            yield return new Blocker("interpreter-is-booked", "This interpreter has another appointment at that time. Choose another time or another interpreter.");
        }
    }

    private static IEnumerable<DateTimeOffset> Starts(DateTimeOffset startsAt, int minutes)
    {
        for (var passed = 0; passed < minutes; passed += Grain)
        {
            yield return startsAt.ToUniversalTime().AddMinutes(passed);
        }
    }
}
