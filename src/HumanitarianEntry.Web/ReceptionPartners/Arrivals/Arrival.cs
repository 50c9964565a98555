using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Reception;

namespace HumanitarianEntry.Web.ReceptionPartners.Arrivals;

/// <summary>All that a reception partner is told of where a person is.</summary>
public enum ArrivalStatus
{
    NotOnTheWay,
    OnTheWay,
    Arrived,
    WithYou,
    Ended,
}

/// <summary>One arrival: nothing of the case but what is meant for the partner.</summary>
public sealed record Arrival(string Reference, ArrivalStatus Status, DateTimeOffset? ArrivedAt, bool MayDecide, ReceptionFacts Reception)
{
    public string Url => Paths.Cases + Reference;

    public ReceptionPackage? Package => Reception.Packages.Latest();

    /// <summary>Contacts that are due: after one day, seven, thirty and ninety (handbook G15).</summary>
    public IReadOnlyList<(DateTimeOffset Due, bool Done)> Contacts =>
        ArrivedAt is { } arrived ? [.. ContactDays.Select((days, i) => (arrived.AddDays(days), Reception.FollowUps.Count > i))] : [];

    private static readonly int[] ContactDays = [1, 7, 30, 90];

    public static Arrival Of(CaseView view)
    {
        var file = view.File;
        var journey = file.DecisionOn(Gate.Journey);
        var arrived = journey?.Outcome == "arrived" ? journey.By.At : (DateTimeOffset?)null;
        var status = file switch
        {
            { Position.Finished: true } => ArrivalStatus.Ended,
            _ when file.DecisionOn(Gate.Reception)?.Outcome == "accepted" => ArrivalStatus.WithYou,
            _ when arrived is not null => ArrivalStatus.Arrived,
            _ when file.Reception.Packages.Count > 0 => ArrivalStatus.OnTheWay,
            _ => ArrivalStatus.NotOnTheWay,
        };
        return new Arrival(file.Reference, status, arrived, file.Position.IsOpen(Gate.Reception), file.Reception);
    }

    public static string Say(ArrivalStatus status) => status switch
    {
        ArrivalStatus.NotOnTheWay => S("Not on the way yet. You are told here when the person is."),
        ArrivalStatus.OnTheWay => S("On the way to you."),
        ArrivalStatus.Arrived => S("Arrived. Make contact within one day and say whether you take over."),
        ArrivalStatus.WithYou => S("With you. Tell us after each contact how it goes."),
        ArrivalStatus.Ended => S("Finished. Thank you."),
    };
}
