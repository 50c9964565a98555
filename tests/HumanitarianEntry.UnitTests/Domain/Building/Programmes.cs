using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Identity;

namespace HumanitarianEntry.UnitTests.Domain.Building;

public static class Programmes
{
    public const string Post = "consular section";

    /// <summary>The thresholds of handbook 4.1 and G5.</summary>
    public static readonly ProgrammeRules France = new()
    {
        Id = "fr-ple-kz",
        DestinationState = "FR",
        Status = ProgrammeStatus.Open,
        MinIdentityGrade = IdentityGrade.B,
        MaxScreeningAgeDays = 14,
        GateResultsMaxAgeDays = 90,
        Evidence = new EvidenceThreshold(MinActs: 2, MinTypes: 2, MinPublicOrCostly: 1, MinBeforeFirstContact: 1, Reliability.C, 3, Corroboration.K2),
        RequiredConsents = [ConsentPurpose.Store, ConsentPurpose.Record, ConsentPurpose.Vet, ConsentPurpose.Submit],
        LegalBasis = "decree 2004-1543, article 8",
        Recipients = [Post, "ministry contact"],
        DossierLanguages = ["fr", "en"],
        WithoutPassport = true,
    };
}
