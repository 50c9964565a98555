using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.UnitTests.Domain.Building;

/// <summary>Screening results as the worker reports them; lists and entries are invented.</summary>
public static class Screenings
{
    public const HitOutcome Same = HitOutcome.Same;
    public static readonly ScreenedList WantedList = List("demo-wanted", ListKind.PersecutorWanted);
    public static readonly ScreenedList Sanctions = List("demo-sanctions", ListKind.Sanctions);
    public static readonly ScreenedList Crowd = List("demo-crowd", ListKind.Crowd);

    public static ScreeningRun Run(CaseFile file, params ScreeningHit[] hits) => new("1", ScreeningCheck.ApplicantHash(file), [WantedList, Sanctions, Crowd], [.. hits], null);

    public static ScreeningHit Wanted(string label = "H1", params string[] articles) => Hit(label, WantedList, articles.Length == 0 ? ["337 ч. 5"] : articles);

    public static ScreeningHit Sanctioned(string label = "H1") => Hit(label, Sanctions);

    public static ScreeningHit Hit(string label, ScreenedList list, params string[] articles) =>
        new(label, list.Id, "entry-" + label, "hash-" + list.Id + label, "DEMO NAME", 90, ["family: 90"], [.. articles], null, PersecutorRule.Classify(list.Kind, articles));

    private static ScreenedList List(string id, ListKind kind) => new(id, "DEMO " + id, kind, "2023-05-01", new DateOnly(2023, 5, 1));
}
