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
        var definition = definitions.FirstOrDefault(d => d.FileName == settings.Definition) ?? throw new DefinitionException(fileName, null, "P0", $"its definition '{settings.Definition}' is not there");
        if (settings.Status == Workflows.Programmes.ProgrammeStatus.Open && definition.Activities.Values.OfType<RunTaskActivity>().Select(task => task.Request.Clock).OfType<string>().FirstOrDefault(clock => !settings.Clocks.ContainsKey(clock)) is { } silent)
        {
            throw new DefinitionException(fileName, null, "P0", $"its flow names the clock '{silent}', for which 'clocks' says no time: cases would wait there for ever without a reminder");
        }

        try
        {
            return new Programme(settings, RulesOf(settings), definition, json, fileName);
        }
        catch (ArgumentOutOfRangeException unknown)
        {
            throw new DefinitionException(fileName, null, "P0", $"its working days cannot be counted: {unknown.Message}");
        }
    }

    /// <summary>The calendars of the programme's countries; a country without one stops the start.</summary>
    private readonly ImmutableArray<WorkingTime> calendars = [.. Settings.WorkingDayCountries.Select(c => WorkingTime.WorkingDaysOf(c, PublicHolidays.Known))];

    /// <summary>When a gate that opened then is due; null when the programme sets no clock for it. Working days are those on which people in every country of the programme work.</summary>
    public DateTimeOffset? DueAt(Gate gate, Priority priority, DateTimeOffset since)
    {
        if (!Settings.Clocks.TryGetValue(GateTable.For(gate).Key, out var clock))
        {
            return null;
        }

        var urgency = Enum.Parse<CasePriority>(priority.ToString());
        var length = clock.For(urgency);
        if (!clock.WorkingDays.Contains(urgency))
        {
            return since + length;
        }

        try
        {
            return calendars.Select(c => c.After(since, length)).DefaultIfEmpty(since + length).Max();
        }
        catch (HolidaysUnknownException)
        {
            // A year that the holiday file does not know: every day counts, so that the reminder comes too early and never too late.
            return since + length;
        }
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
    };

    /// <summary>"submit:FR" asks for the purpose and names the recipient; the recipient is the programme's state.</summary>
    private static ConsentPurpose Purpose(string word) => Enum.Parse<ConsentPurpose>(word.Split(':')[0], ignoreCase: true);
}
