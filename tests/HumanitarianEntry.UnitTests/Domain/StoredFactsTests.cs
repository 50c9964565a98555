using System.Text.Json;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>Compartments are stored as JSON: what is written must be readable, at every gate.</summary>
public sealed class StoredFactsTests
{
    [Theory]
    [InlineData(Gate.Consent)]
    [InlineData(Gate.Recommendation)]
    [InlineData(Gate.Submission)]
    [InlineData(Gate.Closure)]
    public void EveryCompartment_WrittenAndRead_IsTheSame(Gate gate)
    {
        var file = A.Case().To(gate).File;
        foreach (var compartment in Enum.GetValues<Compartment>())
        {
            var facts = file[compartment];
            var text = JsonSerializer.Serialize(facts, facts.GetType(), DomainJson.Options);
            var read = JsonSerializer.Deserialize(text, facts.GetType(), DomainJson.Options);

            Assert.Equal(text, JsonSerializer.Serialize(read, facts.GetType(), DomainJson.Options));
        }
    }

    [Fact]
    public void DerivedValues_AreNotStored()
    {
        var interview = A.Case().To(Gate.Vetting).File.Interview;

        Assert.DoesNotContain("currentAnswers", JsonSerializer.Serialize(interview, DomainJson.Options), StringComparison.Ordinal);
    }

    [Fact]
    public void Position_WrittenAndRead_IsTheSame()
    {
        var position = A.Case().To(Gate.Vetting).File.Position;
        var read = JsonSerializer.Deserialize<Position>(JsonSerializer.Serialize(position, DomainJson.Options), DomainJson.Options)!;

        Assert.Equal(position.Open, read.Open);
        Assert.Equal(position.State, read.State);
    }
}
