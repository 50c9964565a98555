using System.Collections.Immutable;
using System.Globalization;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.LegalSituation;

/// <summary>Where the asylum procedure in the country of stay stands.</summary>
[ActKind("record-asylum-procedure", Compartment.Legal, Role.Counsel)]
public sealed record RecordAsylumProcedure(string Country, ProcedureStage Stage, string Authority) : Act
{
    public string? Continues { get; init; }
    public PartialDate? FiledOn { get; init; }
    public string? FileNumber { get; init; }
    public string? NextStep { get; init; }
    public DateOnly? CertificateUntil { get; init; }
    public DateOnly? RemedyUntil { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var blocker in LegalRules.Common(file.Legal.Procedures, Continues, Country, Authority))
        {
            yield return blocker;
        }

        if (Stage is not (ProcedureStage.Planned or ProcedureStage.Ended) && FiledOn is null)
        {
            yield return new Blocker("filing-day-missing", "Say when the claim was filed; a year is enough.");
        }

        if (FiledOn is { } filed && filed.Earliest > context.Today.AddDays(1))
        {
            yield return new Blocker("filed-in-the-future", "The claim would have been filed on a day that has not come.");
        }

        if (FiledOn is { } on && CertificateUntil < on.Earliest)
        {
            yield return new Blocker("certificate-ends-before-claim", "The certificate would end before the claim was filed.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var fact = new AsylumProcedure(LegalRules.LabelOf(file.Legal.Procedures, Continues, "P"), Country, Stage, Authority.Trim(), FiledOn, FileNumber, NextStep, CertificateUntil, RemedyUntil);
        return LegalRules.After(file with { Legal = file.Legal with { Procedures = file.Legal.Procedures.Add(context.Record(fact, "counsel")) } }, context);
    }
}

/// <summary>A day in court: one that is to come, or what came of it.</summary>
[ActKind("record-court-event", Compartment.Legal, Role.Counsel)]
public sealed record RecordCourtEvent(CourtEventKind Kind, string Country, string Court, DateTimeOffset StartsAt, string Zone) : Act
{
    public string? Continues { get; init; }
    public string? Outcome { get; init; }
    public DateOnly? RemedyUntil { get; init; }
    public bool RemedyTaken { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var blocker in LegalRules.Common(file.Legal.CourtEvents, Continues, Country, Court))
        {
            yield return blocker;
        }

        if (PersonClock.Named(Zone) is null)
        {
            yield return new Blocker("zone-unknown", "Name the time zone of the place, such as Asia/Almaty.");
        }

        if (!string.IsNullOrWhiteSpace(Outcome) && StartsAt > context.Now)
        {
            yield return new Blocker("outcome-before-hearing", "The hearing has not been held yet: it has no outcome.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var outcome = string.IsNullOrWhiteSpace(Outcome) ? null : Outcome.Trim();
        var fact = new CourtEvent(LegalRules.LabelOf(file.Legal.CourtEvents, Continues, "C"), Kind, Country, Court.Trim(), StartsAt, Zone.Trim(), outcome, RemedyUntil, RemedyTaken);
        return LegalRules.After(file with { Legal = file.Legal with { CourtEvents = file.Legal.CourtEvents.Add(context.Record(fact, "counsel")) } }, context);
    }
}

/// <summary>An order by which a state wants the person out. Who protects him is told at once.</summary>
[ActKind("record-removal-order", Compartment.Legal, Role.Counsel, Role.ProtectionOfficer)]
public sealed record RecordRemovalOrder(RemovalKind Kind, string Country, string Authority, RemovalStatus Status) : Act
{
    public const string Topic = "removal-order-recorded";

    public string? Continues { get; init; }
    public DateOnly? IssuedOn { get; init; }
    public DateOnly? EnforceableFrom { get; init; }
    public string? SuspendedBy { get; init; }
    public DateOnly? SuspendedUntil { get; init; }
    public DateOnly? RemedyUntil { get; init; }
    public bool RemedyTaken { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var blocker in LegalRules.Common(file.Legal.RemovalOrders, Continues, Country, Authority))
        {
            yield return blocker;
        }

        if (EnforceableFrom < IssuedOn)
        {
            yield return new Blocker("enforceable-before-issued", "The order could be carried out before it was issued.");
        }

        if (Status == RemovalStatus.Suspended && string.IsNullOrWhiteSpace(SuspendedBy))
        {
            yield return new Blocker("suspended-by-missing", "Say who suspended the order and by which paper. A suspension that nobody can show protects nobody.");
        }

        if (Status != RemovalStatus.Suspended && SuspendedUntil is not null)
        {
            yield return new Blocker("not-suspended", "The order has an end of its suspension but is not suspended.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var fact = new RemovalOrder(
            LegalRules.LabelOf(file.Legal.RemovalOrders, Continues, "R"), Kind, Country, Authority.Trim(), Status, IssuedOn, EnforceableFrom, SuspendedBy, SuspendedUntil, RemedyUntil, RemedyTaken);
        return LegalRules.After(file with { Legal = file.Legal with { RemovalOrders = file.Legal.RemovalOrders.Add(context.Record(fact, "paper")) } }, context) with
        {
            Told = [new Told(Role.ProtectionOfficer, Topic), new Told(Role.Coordinator, Topic), new Told(Role.Counsel, Topic)],
        };
    }
}

/// <summary>A state does not let the person leave, or does so again.</summary>
[ActKind("record-exit-restriction", Compartment.Legal, Role.Counsel, Role.ProtectionOfficer)]
public sealed record RecordExitRestriction(string Country, ExitBasis Basis, LearntHow How, string KnownFrom) : Act
{
    public string? Continues { get; init; }
    public PartialDate? Since { get; init; }
    public DateOnly? Until { get; init; }
    public bool Lifted { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var blocker in LegalRules.Common(file.Legal.ExitRestrictions, Continues, Country, KnownFrom))
        {
            yield return blocker;
        }

        if (Since is { } since && Until < since.Earliest)
        {
            yield return new Blocker("restriction-ends-before-it-begins", "The restriction would end before it begins.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var fact = new ExitRestriction(LegalRules.LabelOf(file.Legal.ExitRestrictions, Continues, "X"), Country, Basis, How, KnownFrom.Trim(), Since, Until, Lifted);
        return LegalRules.After(file with { Legal = file.Legal with { ExitRestrictions = file.Legal.ExitRestrictions.Add(context.Record(fact, KnownFrom.Trim())) } }, context);
    }
}

/// <summary>A state looks for the person.</summary>
[ActKind("record-wanted-status", Compartment.Legal, Role.Counsel, Role.ProtectionOfficer)]
public sealed record RecordWantedStatus(string Country, SearchReach Reach, string SeenAt, LearntHow How, DateOnly CheckedOn, Reliability Source) : Act
{
    public const string Topic = "wanted-status-recorded";

    public string? Continues { get; init; }
    public string? Articles { get; init; }
    public bool Ended { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var blocker in LegalRules.Common(file.Legal.WantedStatuses, Continues, Country, SeenAt))
        {
            yield return blocker;
        }

        if (CheckedOn > context.Today.AddDays(1))
        {
            yield return new Blocker("checked-in-the-future", "It would have been seen on a day that has not come.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var fact = new WantedStatus(LegalRules.LabelOf(file.Legal.WantedStatuses, Continues, "W"), Country, Reach, SeenAt.Trim(), How, CheckedOn, Source, Articles, Ended);
        return LegalRules.After(file with { Legal = file.Legal with { WantedStatuses = file.Legal.WantedStatuses.Add(context.Record(fact, SeenAt.Trim())) } }, context) with
        {
            Told = [new Told(Role.ProtectionOfficer, Topic)],
        };
    }
}

internal static class LegalRules
{
    public static IEnumerable<Blocker> Common<T>(ImmutableList<Recorded<T>> facts, string? continues, string country, string who)
        where T : ILabelled
    {
        if (continues is not null && !facts.Exists(f => f.Value.Label == continues))
        {
            yield return new Blocker("fact-unknown", "What this would continue is not on file. Open the page again.");
        }

        if (country.Length != 2 || !country.All(char.IsAsciiLetterUpper))
        {
            yield return new Blocker("country-unknown", "Name the country by its two-letter code.");
        }

        if (string.IsNullOrWhiteSpace(who))
        {
            yield return new Blocker("source-missing", "Say which authority or court it is, or from whom it is known.");
        }
    }

    /// <summary>The label of what goes on, or the next one: R1, R2 ...</summary>
    public static string LabelOf<T>(ImmutableList<Recorded<T>> facts, string? continues, string letter)
        where T : ILabelled =>
        continues ?? letter + (facts.Select(f => f.Value.Label).Distinct(StringComparer.Ordinal).Count() + 1).ToString(CultureInfo.InvariantCulture);

    public static ActOutcome After(CaseFile file, ActContext context) => new(LegalUrgency.Hurried(file, context.Host, context.Now));
}
