using HumanitarianEntry.Workflows.Expressions;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("getVariable(\"ok\") == \"1\"")]
    [InlineData("!(getInput('a').b.c >= -1.5) || getCorrelationId() != null && true")]
    [InlineData("getVariable(\"say \\\"no\\\"\") == false")]
    public void Parse_InsideTheGrammar_IsRead(string text) => Assert.NotNull(ExpressionParser.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("getVariable(\"a\"")]
    [InlineData("getVariable(a)")]
    [InlineData("setVariable(\"a\", 1)")]
    [InlineData("getVariable(\"a\").toString()")]
    [InlineData("a = 1")]
    [InlineData("1 === 1")]
    [InlineData("1 !== 1")]
    [InlineData("return true")]
    [InlineData("1 + 1")]
    [InlineData("getVariable(\"a\")[\"b\"]")]
    [InlineData("`x`")]
    [InlineData("\"open")]
    [InlineData("true; false")]
    [InlineData("1.2.3")]
    public void Parse_OutsideTheGrammar_IsRefused(string text) => Assert.Throws<ExpressionException>(() => ExpressionParser.Parse(text));

    [Fact]
    public void Parse_DeepNesting_IsRefusedAndDoesNotOverflow()
    {
        Assert.Throws<ExpressionException>(() => ExpressionParser.Parse(new string('(', 100_000)));
        Assert.Throws<ExpressionException>(() => ExpressionParser.Parse(new string('!', 100_000) + "true"));
    }

    [Theory]
    [InlineData("getVariable(\"step\") == \"\" && 2 > 1 && !false", "yes")]
    [InlineData("\"a\" < \"b\" && 1 <= 1.0 && null == null && null != 0", "yes")]
    [InlineData("\"\" || 0 || null", "no")]
    [InlineData("getCorrelationId() == null", "yes")]
    public void Condition_WhenEvaluated_MeansWhatJavaScriptMeans(string condition, string expected) =>
        Assert.Equal(expected, Walker.Start(Drawing.Of($"A:task,d:condition({condition}),yes:task,no:task", "A>d d:True>yes d:False>no")).Do("A").Position);

    [Theory]
    [InlineData("getVariable(\"step\") == 1")]
    [InlineData("getVariable(\"step\").outcome == \"x\"")]
    [InlineData("null < 1")]
    public void Condition_WithoutCleanAnswer_BecomesIncident(string condition)
    {
        var run = Walker.Start(Drawing.Of($"A:task,d:condition({condition}),yes:task,no:task", "A>d d:True>yes d:False>no")).Do("A");
        Assert.Equal("expression", Assert.Single(run.State.Incidents).Code);
        Assert.Equal("", run.Position);
    }
}
