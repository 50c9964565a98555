namespace HumanitarianEntry.UnitTests.Domain.Building;

/// <summary>Start of a sentence: <c>A.Case().To(Gate.Vetting)</c>.</summary>
public static class A
{
    public static CaseBuilder Case() => new();
}
