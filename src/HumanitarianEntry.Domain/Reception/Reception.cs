using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Travel;

namespace HumanitarianEntry.Domain.Reception;

/// <summary>Compartment "reception": the offer at the destination and the minimal package for the partner; never the vetting file.</summary>
public sealed record ReceptionFacts : CompartmentFacts
{
    public ImmutableList<Recorded<ReceptionOffer>> Offers { get; init; } = [];
    public ImmutableList<Recorded<ReceptionPackage>> Packages { get; init; } = [];
    public ImmutableList<Recorded<FollowUp>> FollowUps { get; init; } = [];
    public ImmutableList<Recorded<PackageHalt>> Halts { get; init; } = [];
}

public sealed record ReceptionOffer(string Partner, string Offer);

/// <summary>What the partner gets: the name used, needs, language, medical alerts, first appointments (handbook G15).</summary>
public sealed record ReceptionPackage(string NameUsed, string Language, string Needs, string MedicalAlerts, string FirstAppointments);

public sealed record FollowUp(string Contact, string Note);

/// <summary>The packages prepared until then are shut to the partner: the person did not allow them any more.</summary>
public sealed record PackageHalt;

/// <summary>G15: the partner takes over only a person who has arrived and whose package it has read.</summary>
public static class ReceptionGate
{
    public static IEnumerable<Blocker> Check(CaseFile file, string outcome)
    {
        if (outcome != "accepted")
        {
            yield break;
        }

        if (file.DecisionOn(Gate.Journey)?.Outcome != "arrived")
        {
            yield return new Blocker("not-arrived", "The person has not arrived.");
        }

        if (file.Reception.Packages.Count == 0)
        {
            yield return new Blocker("package-missing", "The hand-over package is missing.");
        }
    }
}

[ActKind("offer-reception", Compartment.Reception, Role.ReceptionPartner, Role.Coordinator)]
public sealed record OfferReception(string Partner, string Offer) : Act
{
    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Reception = file.Reception with { Offers = file.Reception.Offers.Add(context.Record(new ReceptionOffer(Partner, Offer), "reception partner")) } });
}

[ActKind("prepare-reception", Compartment.Reception, Role.Coordinator, Role.ProtectionOfficer)]
public sealed record PrepareReception(string NameUsed, string Language, string Needs) : Act
{
    public string MedicalAlerts { get; init; } = string.Empty;
    public string FirstAppointments { get; init; } = string.Empty;

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.IsAllowed(ConsentPurpose.Reception, context.Now))
        {
            yield return new Blocker("consent-to-reception-missing", "He has not allowed anything to go to a reception partner.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var package = new ReceptionPackage(NameUsed, Language, Needs, MedicalAlerts, FirstAppointments);
        var after = file with { Reception = file.Reception with { Packages = file.Reception.Packages.Add(context.Record(package, "coordinator")) } };
        var (opened, disclosed, _) = HandOver.Opened(file, after, context);
        return new(opened) { Disclosures = disclosed };
    }
}

/// <summary>When the partner may read the package: after boarding, when nobody can be stopped at the exit any more (handbook G14, G15), and as long as the person allows it.</summary>
public static class HandOver
{
    public const string NotAllowedTopic = "hand-over-not-allowed";

    public static bool HasBegun(CaseFile file) => file.Travel.CheckIns.Exists(c => c.Value.Event >= TravelEvent.Boarded && c.Provenance.At >= file.Position.BeganAt);

    /// <summary>Whether the newest package may be read: the journey has begun, and nothing has halted it since it was prepared.</summary>
    public static bool IsReadable(CaseFile file) =>
        HasBegun(file) && (file.Reception.Packages is not [.., var newest] || !file.Reception.Halts.Exists(h => h.Provenance.At >= newest.Provenance.At));

    /// <summary>The case with its packages shut to the partner; one that is prepared afterwards, on a new consent, can be read.</summary>
    internal static CaseFile Halt(CaseFile file, ActContext context) =>
        file with { Reception = file.Reception with { Halts = file.Reception.Halts.Add(context.Record(new PackageHalt(), "consent", Confidence.Confirmed)) } };

    /// <summary>The case after a step by which a package would become readable, with what is disclosed by it. Without a consent that holds now the package is shut instead.</summary>
    internal static (CaseFile File, ImmutableList<Disclosure> Disclosed, bool IsHalted) Opened(CaseFile before, CaseFile after, ActContext context)
    {
        if (after.Reception.Packages.Count == 0 || !IsReadable(after) || (IsReadable(before) && before.Reception.Packages.Count == after.Reception.Packages.Count))
        {
            return (after, [], false);
        }

        return after.IsAllowed(ConsentPurpose.Reception, context.Now)
            ? (after, [new Disclosure("Hand-over package", after.Reception.Offers.Latest()?.Partner ?? "reception partner", "reception after arrival", "consent", after.ConsentFor(ConsentPurpose.Reception)?.ActId)], false)
            : (Halt(after, context), [], true);
    }
}

[ActKind("follow-up", Compartment.Reception, Role.ReceptionPartner)]
public sealed record RecordFollowUp(string Contact, string Note) : Act
{
    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Reception = file.Reception with { FollowUps = file.Reception.FollowUps.Add(context.Record(new FollowUp(Contact, Note), "reception partner")) } });
}
