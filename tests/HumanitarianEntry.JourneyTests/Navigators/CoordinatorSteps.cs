using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.JourneyTests.Hosting;

namespace HumanitarianEntry.JourneyTests.Navigators;

/// <summary>What coordinators do on their pages.</summary>
public static class CoordinatorSteps
{
    public const string Audience = "coordinators";

    public static async Task TakeTheCaseAsync(this StaffDesk desk, string reference)
    {
        await desk.LookAtTheWorklistAsync();
        await desk.Screen.PressAsync($"Take this case {reference}");
    }

    /// <summary>A liaison is there for the post to which the dossier goes.</summary>
    public static Task PutOnTheCaseAsync(this StaffDesk desk, Seat person)
    {
        var who = ("Assign.Who", $"{Keys.Of(person.Role)}/{person.Id:N}");
        return person.Role == Role.EmbassyLiaison ? desk.SendAsync("people", who, ("Assign.Post", PostSteps.Embassy)) : desk.SendAsync("people", who);
    }

    public static Task WriteTheRecommendationAsync(this StaffDesk desk) => desk.SendAsync(
        "recommendation",
        ("Summary", "DEMO: a signals officer who refused the war and says so in public."), ("Identity.Result", "Met"), ("Identity.Finding", "DEMO: proven by an original."),
        ("Credibility.Result", "MetWithDoubt"), ("Credibility.Finding", "DEMO: holds together."), ("Refusal.Result", "Met"), ("Refusal.Finding", "DEMO: written report, then flight."),
        ("Engagement.Result", "Met"), ("Engagement.Finding", "DEMO: channel since January 2023."), ("Engagement.Evidence", "E1"), ("Security.Result", "Met"), ("Security.Finding", "DEMO: vetted by two teams."),
        ("Needs.Result", "Met"), ("Needs.Finding", "DEMO: may be sent back any day."), ("Doubts", "DEMO: he waited until his leave."));

    public static Task OfferReceptionAsync(this StaffDesk desk) => desk.SendAsync("reception-offer", ("Partner", "Maison d’accueil DEMO, Lyon"), ("Offer", "Chambre pour six mois (DEMO)."));

    public static Task PrepareTheHandOverAsync(this StaffDesk desk) =>
        desk.SendAsync("reception-package", ("NameUsed", "Артём (DEMO)"), ("Language", "ru"), ("Needs", "DEMO: a quiet room, somebody who speaks Russian."), ("FirstAppointments", "DEMO: asylum claim in the first week."));

    public static Task AnswerThePostAsync(this StaffDesk desk) => desk.SendAsync("answer", ("Text", "DEMO: he has no relatives in the forces now."));
}
