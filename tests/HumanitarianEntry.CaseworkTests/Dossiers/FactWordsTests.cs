using HumanitarianEntry.Casework.DossierMaking;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Screening.Names;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Dossiers;

public sealed class FactWordsTests
{
    private static readonly FactWords French = new(DossierTexts.Load(Path.Combine(AppContext.BaseDirectory, "templates", "dossier"), "fr"));

    [Fact]
    public void Words_EveryChoiceThatADossierSays_HasOne()
    {
        Demand<Priority>();
        Demand<Sex>();
        Demand<NameKind>();
        Demand<RomanisationEpoch>();
        Demand<DocumentKind>();
        Demand<SeenAs>();
        Demand<EvidenceType>();
        Demand<HitClass>();
        Demand<ListKind>();
        Demand<OverlapResult>();
        Demand<ExclusionConclusion>();
        Assert.All(Enum.GetValues<ConsentPurpose>(), p => Assert.NotEmpty(French.Word("purpose", Casework.Acts.Keys.Kebab(p.ToString()))));
        Assert.All(Enum.GetValues<ServiceBasis>(), b => Assert.Contains(Casework.Acts.Keys.Kebab(b.ToString()), French.Texts.EntryIntoService));
        Assert.All(GateTable.For(Gate.Vetting).Outcomes, o => Assert.NotEmpty(French.Word("vetting", o)));
    }

    [Fact]
    public void Words_UnknownChoice_IsRefused() => Assert.Throws<InvalidDataException>(() => French.Word("sex", "q"));

    private static void Demand<T>()
        where T : struct, Enum => Assert.All(Enum.GetValues<T>(), value => Assert.NotEmpty(French.Word(value)));
}
