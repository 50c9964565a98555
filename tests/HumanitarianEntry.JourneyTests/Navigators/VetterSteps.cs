namespace HumanitarianEntry.JourneyTests.Navigators;

/// <summary>What vetters do on their pages.</summary>
public static class VetterSteps
{
    public const string Audience = "vetters";

    /// <summary>Asks for a screening of every spelling and waits until the worker has put its result on the page.</summary>
    public static async Task ScreenAsync(this StaffDesk desk)
    {
        await desk.Screen.OpenAsync(desk.At("screening"));
        await desk.Screen.PressAsync("Ask for the screening");
        await desk.Screen.AwaitAsync(desk.At(string.Empty), "H1", TimeSpan.FromSeconds(60));
    }

    public static Task SayItIsHimAsync(this StaffDesk desk, string hit) => desk.SendAsync($"hits/{hit}", ("Outcome", "Same"), ("Same", "PatronymicAgrees"), ("Reason", "DEMO: family name, patronymic and day of birth agree; the article is the one he named."));

    public static Task ClearExclusionAsync(this StaffDesk desk, string subject) => desk.SendAsync(
        "exclusion",
        ("Subject", subject), ("Limb", "WarCrime"), ("Act", "DEMO: shelling on a road in March 2022."), ("Contribution", "DEMO: radio relay of the regiment, no part in fire control."),
        ("KnowledgeAndIntent", "DEMO: learnt of it afterwards, over the radio."), ("Defences", "DEMO: none needed."), ("Conclusion", "TriggerCleared"), ("Reason", "DEMO: forty kilometres away; nothing shows a contribution."));

    public static Task FindNotVoluntaryAsync(this StaffDesk desk) =>
        desk.SendAsync("voluntariness", ("Voluntary", "False"), ("Reason", "DEMO: contract before the war, no way out before his leave, left at the first chance."));
}
