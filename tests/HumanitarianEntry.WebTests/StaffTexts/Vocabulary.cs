using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.WebTests.StaffTexts;

/// <summary>The closed values and codes that pages show in words. States, gates and roles have theirs in the label files.</summary>
internal static class Vocabulary
{
    public static IEnumerable<Enum> Values() =>
        from type in typeof(Act).Assembly.GetExportedTypes()
        where type.IsEnum && type != typeof(CaseState) && type != typeof(Gate)
        from value in Enum.GetValues(type).Cast<Enum>()
        where value is not Role role || role is Role.Applicant or Role.System
        select value;

    public static IEnumerable<string> Codes() => ActCatalogue.Kinds;
}
