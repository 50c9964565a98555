using System.Collections.Immutable;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Programmes;

namespace HumanitarianEntry.Casework.Programmes;

/// <summary>One programme: its settings, what rules ask of them, and the definition that new cases run on.</summary>
/// <param name="Json">The settings as they were written.</param>
/// <param name="FileName">The file that the programme began with, for messages.</param>
public sealed record Programme(ProgrammeSettings Settings, ProgrammeRules Rules, WorkflowDefinition Definition, string Json, string FileName)
{
    /// <summary>Reads a programme; its flow is one of the given definitions.</summary>
    /// <exception cref="DefinitionException">Settings broken or not ready, flow unknown, a calendar missing.</exception>
    public static Programme Read(string json, string fileName, IEnumerable<WorkflowDefinition> definitions)
    {
        var settings = ProgrammeSettings.Parse(json, fileName);
        var known = definitions.ToList();
        var definition = known.Find(d => d.FileName == settings.Definition) ?? throw new DefinitionException(fileName, null, "P0", $"its definition '{settings.Definition}' is not there");
        if (settings.Status == Workflows.Programmes.ProgrammeStatus.Open && Flows(definition, known).SelectMany(flow => flow.Activities.Values).OfType<RunTaskActivity>().Select(task => task.Request.Clock).OfType<string>().FirstOrDefault(clock => !settings.Clocks.ContainsKey(clock)) is { } silent)
        {
            throw new DefinitionException(fileName, null, "P0", $"its flow names the clock '{silent}', for which 'clocks' says no time: cases would wait there for ever without a reminder");
        }

        var profiles = DisclosureReader.Read(settings, fileName);
        try
        {
            return new Programme(settings, RulesOf(settings) with { Profiles = profiles }, definition, json, fileName);
        }
        catch (ArgumentException unknown)
        {
            throw new DefinitionException(fileName, null, "P0", $"its clocks cannot be kept: {unknown.Message}");
        }
    }

    /// <summary>The definition and those that it starts, at every depth.</summary>
    internal static IReadOnlyCollection<WorkflowDefinition> Flows(WorkflowDefinition first, IReadOnlyCollection<WorkflowDefinition> known)
    {
        var flows = new HashSet<WorkflowDefinition>();
        var open = new Stack<WorkflowDefinition>([first]);
        while (open.TryPop(out var flow))
        {
            if (!flows.Add(flow))
            {
                continue;
            }

            foreach (var dispatch in flow.Activities.Values.OfType<DispatchWorkflowActivity>())
            {
                if (known.Where(d => d.DefinitionId == dispatch.DefinitionId && d.IsPublished).MaxBy(d => d.Version) is { } below)
                {
                    open.Push(below);
                }
            }
        }

        return flows;
    }

    private static ProgrammeRules RulesOf(ProgrammeSettings settings) => new()
    {
        Id = settings.Id,
        DestinationState = settings.State,
        Status = Enum.Parse<Domain.Cases.ProgrammeStatus>(settings.Status.ToString()),
        MinIdentityGrade = Enum.Parse<IdentityGrade>(settings.MinIdGrade.ToString()),
        MaxScreeningAgeDays = settings.MaxScreeningAgeDays,
        GateResultsMaxAgeDays = settings.GateResultsMaxAgeDays,
        Evidence = new EvidenceThreshold(
            settings.Evidence.MinActs, settings.Evidence.MinTypes, settings.Evidence.MinPublicOrCostly, settings.Evidence.MinBeforeFirstContact,
            Enum.Parse<Reliability>(settings.Evidence.WorstReliability.ToString()), settings.Evidence.WorstCredibility, Enum.Parse<Domain.AntiWarActivity.Corroboration>(settings.Evidence.WorstCorroboration.ToString())),
        RequiredConsents = [.. settings.ConsentPurposes.Select(Purpose)],
        LegalBasis = settings.LegalBasis.Text,
        Recipients = [.. settings.Recipients.Where(r => r.Receives == Delivery.Dossier).Select(r => r.Function)],
        DossierLanguages = [.. settings.DossierLanguages],
        WithoutPassport = settings.WithoutPassport,
        Clocks = ClocksOf(settings),
    };

    /// <summary>Working days are counted on the calendars of all countries of the programme, the latest counts. A country without a calendar stops the start.</summary>
    private static GateClocks ClocksOf(ProgrammeSettings settings)
    {
        var times = from clock in settings.Clocks
                    from priority in Enum.GetValues<Priority>()
                    let urgency = Enum.Parse<CasePriority>(priority.ToString())
                    select KeyValuePair.Create((GateTable.For(clock.Key).Gate, priority), new GateTime(clock.Value.For(urgency), clock.Value.WorkingDays.Contains(urgency)));
        return new GateClocks(times.ToImmutableDictionary(), WorkingTime.LatestOf(settings.WorkingDayCountries.Select(country => WorkingTime.WorkingDaysOf(country, PublicHolidays.Known))));
    }

    /// <summary>"submit:FR" asks for the purpose and names the recipient; the recipient is the programme's state.</summary>
    private static ConsentPurpose Purpose(string word) => Enum.Parse<ConsentPurpose>(word.Split(':')[0], ignoreCase: true);
}
