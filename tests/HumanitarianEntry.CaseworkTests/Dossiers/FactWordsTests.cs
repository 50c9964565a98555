using HumanitarianEntry.Casework.DossierMaking;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Screening.Names;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Dossiers;

public sealed class FactWordsTests
{
    private static readonly FactWords French = Texts("fr");

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    [InlineData("de")]
    public void Words_EveryChoiceThatADossierSays_HasOne(string language)
    {
        var words = Texts(language);
        Demand<Priority>(words);
        Demand<Sex>(words);
        Demand<NameKind>(words);
        Demand<RomanisationEpoch>(words);
        Demand<DocumentKind>(words);
        Demand<SeenAs>(words);
        Demand<EvidenceType>(words);
        Demand<ContraryKind>(words);
        Demand<StanceMark>(words);
        Demand<HitClass>(words);
        Demand<ListKind>(words);
        Demand<OverlapResult>(words);
        Demand<ExclusionConclusion>(words);
        Demand<ExclusionLimb>(words);
        Demand<ExclusionElement>(words);
        Demand<ElementFinding>(words);
        Demand<ContributionMode>(words);
        Demand<EntryIntoService>(words);
        Demand<ServiceBasis>(words);
        Demand<ProsecutionStatus>(words);
        Demand<VoluntarinessConclusion>(words);
        Demand<HumanitarianEntry.Domain.ClaimLedger.VettingResult>(words);
        Demand<ProcedureStage>(words);
        Demand<RemovalKind>(words);
        Demand<RemovalStatus>(words);
        Demand<CourtEventKind>(words);
        Demand<ExitBasis>(words);
        Assert.All(Enum.GetValues<ConsentPurpose>(), p => Assert.NotEmpty(words.Word("purpose", Casework.Acts.Keys.Kebab(p.ToString()))));
        Assert.All(Enum.GetValues<ServiceBasis>(), b => Assert.Contains(Casework.Acts.Keys.Kebab(b.ToString()), words.Texts.EntryIntoService));
        Assert.All(GateTable.For(Gate.Vetting).Outcomes, o => Assert.NotEmpty(words.Word("vetting", o)));
    }

    [Fact]
    public void Words_UnknownChoice_IsRefused() => Assert.Throws<InvalidDataException>(() => French.Word("sex", "q"));

    private static FactWords Texts(string language) => new(DossierTexts.Load(Path.Combine(AppContext.BaseDirectory, "templates", "dossier"), language));

    private static void Demand<T>(FactWords words)
        where T : struct, Enum => Assert.All(Enum.GetValues<T>(), value => Assert.NotEmpty(words.Word(value)));
}
