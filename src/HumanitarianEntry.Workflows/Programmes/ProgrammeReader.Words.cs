using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Programmes;

/// <summary>Words, numbers and durations.</summary>
internal sealed partial class ProgrammeReader
{
    private string Matching(JsonObject owner, string field, Regex pattern, string expected)
    {
        var text = fields.Text(owner, field);
        return pattern.IsMatch(text) ? text : throw fields.Refused(owner[field], JsonFields.WrongShape, $"field '{field}' must be {expected}");
    }

    private T Word<T>(JsonObject owner, string field)
        where T : struct, Enum => Word<T>(owner, field, fields.Text(owner, field));

    private T Word<T>(JsonObject owner, string field, string text)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(text, StringComparer.Ordinal)
            ? Enum.Parse<T>(text)
            : throw fields.Refused(owner[field], JsonFields.WrongShape, $"'{text}' is not allowed for '{field}'; use {string.Join(", ", Enum.GetNames<T>())}");

    private int AtLeast(JsonObject owner, string field, int least)
    {
        var number = fields.Whole(owner, field);
        return number >= least ? number : throw fields.Refused(owner[field], JsonFields.WrongShape, $"field '{field}' must be {least} or more");
    }

    private ImmutableArray<string> Words(string field)
    {
        ImmutableArray<string> words = [.. fields.Texts(document, field)];
        RefuseTwice(field, words);
        return words;
    }

    private void RefuseTwice(string field, IEnumerable<string> words)
    {
        var twice = words.GroupBy(word => word, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw fields.Refused(document[field], JsonFields.IdTwice, $"'{twice.Key}' stands twice in '{field}'");
    }

    /// <summary>Days, hours and minutes only: months and years have no fixed length.</summary>
    private TimeSpan Duration(JsonObject owner, string field)
    {
        var text = Matching(owner, field, IsoDuration(), "an ISO 8601 duration of days, hours and minutes such as P3D or PT4H");
        var duration = XmlConvert.ToTimeSpan(text);
        return duration > TimeSpan.Zero ? duration : throw fields.Refused(owner[field], JsonFields.WrongShape, $"field '{field}' must be longer than nothing");
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KebabWord();

    [GeneratedRegex("^[A-Z]{2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CountryCode();

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\.v[1-9][0-9]*\.json$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DefinitionFile();

    [GeneratedRegex("^[A-F]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reliability();

    [GeneratedRegex("^P(?=.)([0-9]{1,4}D)?(T(?=.)([0-9]{1,5}H)?([0-9]{1,5}M)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsoDuration();
}
