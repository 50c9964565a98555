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

    /// <summary>The whole assessment, page by page, as somebody who clears a question of a war crime fills it in.</summary>
    public static async Task ClearExclusionAsync(this StaffDesk desk, string subject)
    {
        string At(string page) => $"exclusion/{page}?subject={subject}";
        await desk.SendAsync(At("limb"), ("Limb", "WarCrime"));
        await desk.SendAsync(
            At("elements"),
            ("Elements[0].Finding", "Shown"), ("Elements[0].Words", "DEMO: fighting for the road."), ("Elements[1].Finding", "Shown"), ("Elements[1].Words", "DEMO: civilian cars."),
            ("Elements[2].Finding", "CannotTell"), ("Elements[2].Words", "DEMO: who fired is not known."));
        await desk.SendAsync(At("act"), ("Act", "DEMO: shelling on a road."), ("When", "March 2022"), ("Where", "DEMO village"), ("Sources", "DEMO register"));
        await desk.SendAsync(At("contribution"), ("Modes", "None"), ("Contribution", "DEMO: radio relay of the regiment, no part in fire control."));
        await desk.SendAsync(At("intent"), ("KnowledgeAndIntent", "DEMO: learnt of it afterwards, over the radio."));
        await desk.SendAsync(At("grounds"), ("Defences", "DEMO: none needed."));
        await desk.SendAsync(At("standard"), ("Standard", "DEMO: nothing beyond suspicion."));
        await desk.SendAsync(At("conclusion"), ("Conclusion", "TriggerCleared"), ("Reason", "DEMO: forty kilometres away; nothing shows a contribution."));
    }

    public static Task FindNotVoluntaryAsync(this StaffDesk desk) => desk.SendAsync(
        "voluntariness", ("Entered", "Contract"), ("Since", "2021"), ("Conclusion", "NotVoluntary"), ("Reason", "DEMO: contract before the war, no way out before his leave, left at the first chance."));
}
