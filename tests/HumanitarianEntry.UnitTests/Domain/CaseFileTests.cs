using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class CaseFileTests
{
    [Fact]
    public void With_CompartmentNobodyLooksInto_IsNotOpened()
    {
        var opened = 0;
        var file = new CaseBuilder().File.With(Compartment.Travel, () =>
        {
            opened++;
            return new TravelFacts();
        });
        var next = file with { CountryOfStay = "RS" };
        Assert.True(next.HasSame(Compartment.Travel, file));
        Assert.Equal(0, opened);
        Assert.Same(file.Travel, next.Travel);
        Assert.Same(next.Travel, next[Compartment.Travel]);
        Assert.Equal(1, opened);
    }

    [Fact]
    public void HasSame_OtherFactsWerePutIn_IsFalseForThatCompartmentOnly()
    {
        var file = new CaseBuilder().File.With(Compartment.Travel, static () => new TravelFacts()).With(Compartment.Identity, static () => new IdentityFacts());
        var next = file with { Travel = file.Travel with { Decisions = [] }, Identity = file.Identity };
        Assert.Equal([Compartment.Travel], Enum.GetValues<Compartment>().Where(c => !next.HasSame(c, file)));
    }

    [Fact]
    public void Equals_SameFactsOpenedOrNot_IsTrue()
    {
        var file = new CaseBuilder().File;
        Assert.Equal(file, file.With(Compartment.Travel, static () => new TravelFacts()));
        Assert.NotEqual(file, file with { CountryOfStay = "RS" });
    }

    [Fact]
    public void With_CompartmentThatCannotBeOpened_ThrowsAtEveryLook()
    {
        var file = new CaseBuilder().File.With(Compartment.Travel, static () => throw new InvalidDataException("DEMO"));
        Assert.Throws<InvalidDataException>(() => file.Travel);
        Assert.Throws<InvalidDataException>(() => file.DecisionOn(HumanitarianEntry.Domain.Gates.Gate.Journey));
    }

    [Fact]
    public void FactsOf_EveryCompartment_IsWhatTheFileHolds()
    {
        var file = new CaseBuilder().File;
        Assert.All(Enum.GetValues<Compartment>(), c => Assert.IsType(CaseFile.FactsOf(c), file[c]));
    }
}
