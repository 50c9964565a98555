using HumanitarianEntry.Domain.Cases;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class CaseReferenceTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K7Q-4M")]
    [InlineData("K7Q-4MZZ")]
    [InlineData("K7Q-4M0")]
    [InlineData("K7Q-4MI")]
    [InlineData("K7Q/4MZ")]
    [InlineData("К7Q-4MZ")]
    public void Normalise_CannotBeAReference_IsNull(string? typed) => Assert.Null(CaseReference.Normalise(typed));

    [Theory]
    [InlineData("k7q-4mz")]
    [InlineData(" K7Q 4MZ ")]
    [InlineData("k7q4mz")]
    [InlineData("K7Q–4MZ")]
    [InlineData("K 7 Q-4 M Z")]
    public void Normalise_TypedLoosely_IsTheReference(string typed) => Assert.Equal("K7Q-4MZ", CaseReference.Normalise(typed));

    [Fact]
    public void FromRandom_TooFewFairBytes_IsNull() => Assert.Null(CaseReference.FromRandom([240, 255, 250, 1, 2, 3, 4, 5]));

    [Fact]
    public void FromRandom_EveryByte_EverySignIsEquallyLikely()
    {
        var counts = Enumerable.Range(0, 256)
            .Select(b => CaseReference.FromRandom([(byte)b, 0, 0, 0, 0, 0]))
            .OfType<string>()
            .GroupBy(r => r[0])
            .ToDictionary(g => g.Key, g => g.Count());

        Assert.Equal(30, counts.Count);
        Assert.All(counts.Values, n => Assert.Equal(8, n));
        Assert.DoesNotContain(counts.Keys, "01ILOU".Contains);
    }

    [Fact]
    public void FromRandom_Made_IsItsOwnNormalForm()
    {
        var made = CaseReference.FromRandom([17, 250, 33, 91, 120, 200, 239])!;

        Assert.Equal(made, CaseReference.Normalise(made.ToLowerInvariant()));
    }
}
