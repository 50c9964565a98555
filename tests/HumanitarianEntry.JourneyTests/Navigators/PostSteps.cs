using System.Globalization;

namespace HumanitarianEntry.JourneyTests.Navigators;

/// <summary>What dossier officers, submission officers and the embassy liaison do on their pages.</summary>
public static class PostSteps
{
    public const string DossierOfficers = "dossier-officers";
    public const string SubmissionOfficers = "submission-officers";
    public const string Liaisons = "liaisons";
    public const string Embassy = "Embassy of France in Astana, consular section";

    /// <summary>Looks at what the statements of the dossier rest on, and says of each that is open why nothing bears it out.</summary>
    public static async Task SettleTheClaimsAsync(this StaffDesk desk)
    {
        await desk.LookAtTheClaimsAsync();
        for (var open = desk.Screen.Page.Locator("main tr:has(.tag-warn) a"); await open.CountAsync() > 0;)
        {
            await desk.Screen.OpenAsync((await open.First.GetAttributeAsync("href"))!);
            await desk.Screen.PhotographAsync("claims.one");
            await desk.Screen.SendHereAsync(("Because", "CannotBeCheckedFromHere"), ("Words", "DEMO : invérifiable d’ici."));
            await desk.LookAtTheClaimsAsync();
        }
    }

    public static async Task LookAtTheClaimsAsync(this StaffDesk desk)
    {
        await desk.Screen.OpenAsync(desk.At("claims"));
        await desk.Screen.PhotographAsync("claims");
    }

    /// <summary>Asks for a version and waits until the worker has set it.</summary>
    public static async Task MakeTheDossierAsync(this StaffDesk desk)
    {
        await desk.SendAsync("versions", ("Language", "fr"), ("Recipient", Embassy));
        await desk.Screen.AwaitAsync(desk.At(string.Empty), "Nothing stands against “", TimeSpan.FromSeconds(120));
    }

    public static Task HandOverAsync(this StaffDesk desk) => desk.SendAsync("submission", ("Recipient", Embassy), ("Channel", "liaison page"));

    public static Task ConfirmReceiptAsync(this StaffDesk desk, DateOnly today) => desk.SendAsync("receipt", ("Number", "DEMO-R-1"), ("On", Typed(today)));

    public static Task AskAsync(this StaffDesk desk, string question) => desk.SendAsync("question", ("Question", question));

    public static Task AcceptAsync(this StaffDesk desk, DateOnly today) => desk.SendAsync(
        "decision",
        ("Outcome", "accepted"), ("DecidedOn", Typed(today)), ("Instrument", "DEMO letter 1"), ("Reason", "DEMO: the conditions are met."));

    public static async Task IssueTheTravelPaperAsync(this StaffDesk desk, DateOnly today)
    {
        await desk.SendAsync(
            "travel-paper",
            ("Kind", "LaissezPasser"), ("Number", "DEMO-LP-1"), ("ValidFrom", Typed(today)), ("ValidUntil", Typed(today.AddDays(60))), ("SingleJourney", "True"), ("RouteAllowed", "KZ\nTR\nFR"), ("CarrierAccepts", "True"));
        await desk.SendAsync("travel-document", ("Outcome", "issued"), ("Reason", "DEMO: issued at the counter."));
    }

    private static string Typed(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
