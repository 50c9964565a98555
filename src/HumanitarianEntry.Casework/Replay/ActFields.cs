using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>Reads the fields of one step as an act.</summary>
/// <param name="staff">The account of a person of the file.</param>
/// <param name="shift">Moves days of the case when it is replayed as if it were going on now; the identity in tests.</param>
internal sealed class ActFields(Func<string, Guid> staff, Func<DateOnly, DateOnly> shift)
{
    /// <exception cref="CaseFileException">Unknown or missing field, or a value that the act does not take.</exception>
    public Act Read(ActShape shape, CaseYaml step, IEnumerable<(CaseYaml Key, CaseYaml Value)> fields)
    {
        try
        {
            return ActCatalogue.Read(shape.Kind, Record(step, shape.Kind, shape.Fields, fields));
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or FormatException)
        {
            throw step.Wrong($"{shape.Kind}: {failure.Message}");
        }
    }

    private JsonObject Record(CaseYaml at, string what, IReadOnlyList<FieldShape> shapes, IEnumerable<(CaseYaml Key, CaseYaml Value)> fields)
    {
        var record = new JsonObject();
        foreach (var (key, value) in fields)
        {
            var name = Words.Squash(key.Text());
            var shape = shapes.FirstOrDefault(f => Words.Squash(f.Name) == name)
                ?? throw key.Wrong($"{what} has no field '{key.Text()}'. It has: {string.Join(", ", shapes.Select(f => f.Name))}");
            if (!value.IsEmpty)
            {
                record[shape.JsonName] = Value(value, shape.Name, shape.Value);
            }
        }

        return shapes.FirstOrDefault(f => f.Required && !record.ContainsKey(f.JsonName)) is { } missing
            ? throw at.Wrong($"{what} needs the field '{missing.Name}'")
            : record;
    }

    private JsonNode Value(CaseYaml value, string name, ValueShape shape) => shape.Kind switch
    {
        ValueKind.Text => JsonValue.Create(value.Text()),
        ValueKind.YesNo => JsonValue.Create(value.YesNo()),
        ValueKind.Number => JsonValue.Create(value.Whole()),
        ValueKind.Day => JsonValue.Create(shift(value.Day()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ValueKind.PartialDay => JsonValue.Create(Partial(value)),
        ValueKind.Instant => JsonValue.Create(value.Text()),
        ValueKind.Person => JsonValue.Create(Person(value)),
        ValueKind.Word => JsonValue.Create(Word(value, name, shape)),
        ValueKind.List => new JsonArray([.. value.OneOrMore().Select(item => Value(item, name, shape.Item!))]),
        ValueKind.Record => Record(value, name, shape.Fields, value.Fields()),
    };

    private string Partial(CaseYaml value)
    {
        if (!PartialDate.TryParse(value.Text(), out var date))
        {
            throw value.Wrong($"'{value.Text()}' is not a date. Write 1998-03-14, 1998-03 or 1998");
        }

        var moved = shift(date.Earliest);
        return (date.Month, date.Day) switch
        {
            (null, _) => date.ToString(),
            (_, null) => moved.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ => moved.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    private Guid Person(CaseYaml value)
    {
        try
        {
            return staff(value.Text());
        }
        catch (KeyNotFoundException)
        {
            throw value.Wrong($"'{value.Text()}' is not one of the people of this file");
        }
    }

    private static string Word(CaseYaml value, string name, ValueShape shape) =>
        shape.Words.FirstOrDefault(w => Words.Squash(w) == Words.Squash(value.Text()))
        ?? throw value.Wrong($"'{value.Text()}' is not a value of {name}. It takes: {string.Join(", ", shape.Words)}");
}
