using HumanitarianEntry.Domain.Cases;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class SentenceTests
{
    [Fact]
    public void Interpolated_KeepsPatternAndValuesApart()
    {
        var day = new DateOnly(2026, 3, 3);
        Sentence sentence = Sentence.Of($"Hit {"h1"} of {day} has {3} entries.");
        Assert.Equal("Hit {0} of {1} has {2} entries.", sentence.Pattern);
        Assert.Equal(["h1", day, 3], sentence.Parts.Select(part => part.Value));
        Assert.Equal("Hit h1 of 2026-03-03 has 3 entries.", sentence.ToString());
    }

    [Fact]
    public void Blocker_TakesAPlainTextAndAnInterpolatedOneAlike()
    {
        Assert.Equal("Name the route.", new Blocker("route-missing", "Name the route.").Message.ToString());
        Assert.Equal("There is no paper {0}.", new Blocker("document-unknown", $"There is no paper {"p1"}.").Message.Pattern);
        Assert.Equal(new Blocker("a", "There is no paper p1."), new Blocker("a", $"There is no paper {"p1"}."));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{1} and {0}")]
    [InlineData("{9} {x} {")]
    public void Fill_AValueThatLooksLikeAPlace_IsNotFilledItself(string typed) =>
        Assert.Equal($"A {typed} b", Sentence.Of($"A {typed} {"b"}").ToString());

    [Fact]
    public void Fill_AnotherLanguage_MayTurnTheOrderRound() =>
        Assert.Equal("b, a", Sentence.Of($"{"a"} before {"b"}").Fill("{1}, {0}", part => part.InEnglish()));

    [Fact]
    public void Fill_AValueThatEndsInAFullStop_HasOneFullStop() =>
        Assert.Equal("Открыто 4 июн. 2026 г. Да.", Sentence.Of($"Открыто {"4 июн. 2026 г."}. Да.").ToString());

    [Fact]
    public void Instants_AreWrittenInUtc() =>
        Assert.Equal("Since 2026-03-03 05:00 UTC.", Sentence.Of($"Since {new DateTimeOffset(2026, 3, 3, 10, 0, 0, TimeSpan.FromHours(5))}.").ToString());
}
