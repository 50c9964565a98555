namespace HumanitarianEntry.Notices.Inside;

/// <summary>
/// What a text may show to whom (handbook, gate matrix "content allowed"). There is no value for a person's name, place, list, hit, score, unit,
/// recipient or date of travel, so no template can show one.
/// </summary>
internal static class AllowedValues
{
    private static readonly string[] OwnCase = ["reference", "due"];

    private static readonly Dictionary<string, string[]> More = new(StringComparer.Ordinal)
    {
        ["intake-officer"] = ["priority", "countryOfStay"],
        ["coordinator"] = ["priority", "countryOfStay", "version"],
        ["screener"] = ["items", "slot", "language"],
        ["dossier-officer"] = ["version"],
        ["submission-officer"] = ["version", "programmes"],
        ["embassy-liaison"] = ["version"],
    };

    /// <summary>Vetters get a work item number, interpreters a slot: neither may see which case it is.</summary>
    public static IReadOnlyList<string> For(string audience) => audience switch
    {
        "vetter" => ["workItem", "due"],
        "interpreter" => ["slot", "language"],
        _ => More.TryGetValue(audience, out string[]? more) ? [.. OwnCase, .. more] : OwnCase,
    };
}
