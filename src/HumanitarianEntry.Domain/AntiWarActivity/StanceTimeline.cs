using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.AntiWarActivity;

/// <summary>Days that every act is held against.</summary>
public enum StanceMark
{
    /// <summary>24 February 2022.</summary>
    Invasion,

    /// <summary>21 September 2022.</summary>
    Mobilisation,

    /// <summary>The person was ordered or summoned.</summary>
    Order,

    /// <summary>The person refused or resigned.</summary>
    Refusal,
    Departure,
    FirstContact,
}

/// <summary>When in the person's story an act lies. A partial date that can mean both counts for the later one.</summary>
public enum StancePeriod
{
    BeforeFlight,
    AfterFlight,
    AfterContact,
}

public sealed record MarkedDay(StanceMark Mark, PartialDate On);

/// <summary>An item with a date.</summary>
/// <param name="Weight">3 before flight, 2 after it, 1 after first contact; 0 when it is contradicted, and of what a state did about him: that is no act of his.</param>
public sealed record DatedAct(EvidenceItem Item, PartialDate On, EvidenceGrade? Grade, StancePeriod Period, int Weight)
{
    public bool IsContradicted => Grade?.Corroboration == Corroboration.KX;
}

/// <summary>A contrary act that stands, with the last answer to it.</summary>
public sealed record StandingContrary(ContraryAct Act, string? Answer);

/// <summary>Days in which no act can have happened, as far as dates are known.</summary>
/// <param name="Months">Whole months.</param>
public sealed record StanceGap(DateOnly From, DateOnly Until, int Months);

/// <summary>The person's acts in time against days that are fixed (handbook G5, consistency test). It orders and shows; it decides nothing.</summary>
/// <param name="DepartureKnown">False when no day of departure is established or known to the reader: then nothing counts as before flight.</param>
public sealed record StanceTimeline(
    ImmutableList<MarkedDay> Marks, ImmutableList<DatedAct> Acts, ImmutableList<EvidenceItem> Undated, ImmutableList<StandingContrary> Contrary, ImmutableList<StanceGap> Gaps, bool DepartureKnown)
{
    /// <summary>So many months without an act are a gap.</summary>
    public const int GapMonths = 6;

    public static readonly DateOnly Invasion = new(2022, 2, 24);
    private static readonly DateOnly Mobilisation = new(2022, 9, 21);

    public static StanceTimeline Of(CaseFile file)
    {
        var facts = file.Evidence;
        var left = file.Contact.Departure();
        var contact = DateOnly.FromDateTime(file.OpenedAt.UtcDateTime);
        var items = facts.Items.Values().ToList();
        // That a list names him is no act of his.
        var dated = items.Where(i => i.ListEntryHash is null).Select(i => (Item: i, On: EvidenceGate.DayOf(facts, i))).ToList();
        ImmutableList<DatedAct> acts =
        [
            .. dated.Where(d => d.On is not null).OrderBy(d => d.On!.Value.Earliest).ThenBy(d => d.On!.Value.Latest).ThenBy(d => d.Item.Label.Length).ThenBy(d => d.Item.Label, StringComparer.Ordinal)
                .Select(d => ActOf(d.Item, d.On!.Value, facts.GradeOf(d.Item.Label), PeriodOf(file, d.On!.Value))),
        ];
        MarkedDay?[] marks =
        [
            new(StanceMark.Invasion, Invasion), new(StanceMark.Mobilisation, Mobilisation),
            First(StanceMark.Order, acts, EvidenceType.Summons),
            First(StanceMark.Refusal, acts, EvidenceType.ResignationReport, EvidenceType.WrittenRefusal, EvidenceType.RefusalOrder),
            left is { } day ? new(StanceMark.Departure, day) : null,
            new(StanceMark.FirstContact, contact),
        ];
        return new StanceTimeline(
            [.. marks.OfType<MarkedDay>().OrderBy(m => m.On.Earliest).ThenBy(m => m.Mark)],
            acts,
            [.. dated.Where(d => d.On is null).Select(d => d.Item)],
            Standing(facts),
            Between(acts, contact),
            left is not null);
    }

    /// <summary>Whole months from one day to another; 0 when it is not later.</summary>
    public static int MonthsBetween(DateOnly from, DateOnly until) =>
        until <= from ? 0 : ((until.Year - from.Year) * 12) + until.Month - from.Month - (until.Day < from.Day ? 1 : 0);

    /// <summary>The latest period that the date allows. What can lie in a time abroad from which he came back does not count as before flight.</summary>
    public static StancePeriod PeriodOf(CaseFile file, PartialDate on) =>
        on.Latest >= DateOnly.FromDateTime(file.OpenedAt.UtcDateTime) ? StancePeriod.AfterContact
        : file.Contact.Departure() is { } left && on.Latest < left.Earliest && !file.Contact.MayBeAbroad(on) ? StancePeriod.BeforeFlight
        : StancePeriod.AfterFlight;

    private static DatedAct ActOf(EvidenceItem item, PartialDate on, EvidenceGrade? grade, StancePeriod period)
    {
        var act = new DatedAct(item, on, grade, period, WeightOf(period));
        return act.IsContradicted || IsOfTheState(item.Type) ? act with { Weight = 0 } : act;
    }

    /// <summary>Somebody else summoned, charged or judged him. (A ruling under article 20.3.3 stands for the public act that it punishes.)</summary>
    private static bool IsOfTheState(EvidenceType type) => type is EvidenceType.Summons or EvidenceType.CriminalCase or EvidenceType.CourtRecord;

    private static int WeightOf(StancePeriod period) => period switch
    {
        StancePeriod.BeforeFlight => 3,
        StancePeriod.AfterFlight => 2,
        StancePeriod.AfterContact => 1,
    };

    private static MarkedDay? First(StanceMark mark, ImmutableList<DatedAct> acts, params EvidenceType[] types) =>
        acts.Find(a => !a.IsContradicted && types.Contains(a.Item.Type)) is { } act ? new(mark, act.On) : null;

    private static ImmutableList<StandingContrary> Standing(EvidenceFacts facts) =>
    [
        .. facts.ContraryActs.Values().Select(a => (Act: a, Answer: facts.ContraryAnswers.Values().LastOrDefault(n => n.Label == a.Label))).Where(a => a.Answer?.NotSo != true)
            .OrderBy(a => a.Act.On?.Earliest ?? DateOnly.MaxValue).ThenBy(a => a.Act.Label, StringComparer.Ordinal).Select(a => new StandingContrary(a.Act, a.Answer?.Answer)),
    ];

    /// <summary>From the invasion over the acts that count to first contact; what came after it fills no silence of before and makes none.</summary>
    private static ImmutableList<StanceGap> Between(ImmutableList<DatedAct> acts, DateOnly contact)
    {
        var gaps = ImmutableList.CreateBuilder<StanceGap>();
        var silentSince = Invasion;
        foreach (var act in acts.Where(a => a.Weight > 0 && a.On.Latest >= Invasion && a.On.Earliest < contact))
        {
            Add(silentSince, act.On.Earliest);
            silentSince = act.On.Latest > silentSince ? act.On.Latest : silentSince;
        }

        Add(silentSince, contact);
        return gaps.ToImmutable();

        void Add(DateOnly from, DateOnly until)
        {
            if (MonthsBetween(from, until) is var months && months >= GapMonths)
            {
                gaps.Add(new StanceGap(from, until, months));
            }
        }
    }
}
