using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Programmes;

namespace HumanitarianEntry.Casework.Programmes;

/// <summary>One programme: its settings, what rules ask of them, and the definition that new cases run on.</summary>
public sealed record Programme(ProgrammeSettings Settings, ProgrammeRules Rules, WorkflowDefinition Definition)
{
    public static Programme Of(ProgrammeSettings settings, WorkflowDefinition definition) => new(settings, RulesOf(settings), definition);

    /// <summary>When a gate that opened then is due; null when the programme sets no clock for it.</summary>
    public DateTimeOffset? DueAt(Gate gate, Priority priority, DateTimeOffset since) =>
        Settings.Clocks.TryGetValue(GateTable.For(gate).Key, out var clock) ? since + clock.For(Enum.Parse<CasePriority>(priority.ToString())) : null;

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
