using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>What a field of an act takes.</summary>
public enum ValueKind
{
    Text,
    YesNo,
    Number,
    Day,

    /// <summary>A day, month or year.</summary>
    PartialDay,
    Instant,

    /// <summary>The key of a person of the case file.</summary>
    Person,

    /// <summary>One word of a closed list.</summary>
    Word,
    List,
    Record,
}

/// <param name="Words">The closed list, for <see cref="ValueKind.Word"/>.</param>
/// <param name="Item">The value of each line, for <see cref="ValueKind.List"/>.</param>
/// <param name="Fields">For <see cref="ValueKind.Record"/>.</param>
public sealed record ValueShape(ValueKind Kind, ImmutableArray<string> Words, ValueShape? Item, ImmutableArray<FieldShape> Fields);

/// <param name="Name">As written in a case file: kebab case.</param>
/// <param name="JsonName">As <see cref="ActCatalogue"/> reads it.</param>
public sealed record FieldShape(string Name, string JsonName, bool Required, ValueShape Value);

/// <summary>The fields of an act as a case file writes them, taken from the act itself: the reader, the schema and the list of acts cannot disagree with the program.</summary>
public sealed record ActShape(string Kind, ImmutableArray<string> Roles, ImmutableArray<FieldShape> Fields, bool TakesFile)
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static IReadOnlyList<ActShape> All { get; } = [.. ActCatalogue.Kinds.Select(Of)];

    public static ActShape? Find(string kind) => All.FirstOrDefault(a => a.Kind == kind);

    private static ActShape Of(string kind)
    {
        var type = ActCatalogue.TypeOf(kind);
        return new ActShape(
            kind, [.. ActCatalogue.RuleOf(type).Roles.Select(Keys.Of)], FieldsOf(type), Array.Exists(type.GetProperties(), p => p.PropertyType == typeof(EvidenceFile)));
    }

    private static ImmutableArray<FieldShape> FieldsOf(Type type)
    {
        var parameters = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First().GetParameters().ToDictionary(p => p.Name!, StringComparer.Ordinal);
        var fields = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.PropertyType != typeof(EvidenceFile) && !p.IsDefined(typeof(OnlyInOldActsAttribute))).Select(p => Of(p, parameters));
        return [.. fields.OrderBy(f => !f.Required)];
    }

    private static FieldShape Of(PropertyInfo property, Dictionary<string, ParameterInfo> parameters)
    {
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) || (parameters.TryGetValue(property.Name, out var parameter) && !parameter.HasDefaultValue);
        var nullable = Nullable.GetUnderlyingType(property.PropertyType) is not null || Nullability.Create(property).WriteState == NullabilityState.Nullable;
        var json = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
        return new FieldShape(Keys.Kebab(property.Name), json, required && !nullable, Of(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
    }

    private static ValueShape Of(Type type) => type switch
    {
        _ when type == typeof(string) => Plain(ValueKind.Text),
        _ when type == typeof(bool) => Plain(ValueKind.YesNo),
        _ when type == typeof(int) || type == typeof(long) || type == typeof(double) => Plain(ValueKind.Number),
        _ when type == typeof(DateOnly) => Plain(ValueKind.Day),
        _ when type == typeof(PartialDate) => Plain(ValueKind.PartialDay),
        _ when type == typeof(DateTimeOffset) => Plain(ValueKind.Instant),
        _ when type == typeof(Guid) => Plain(ValueKind.Person),
        { IsEnum: true } => new ValueShape(ValueKind.Word, [.. Enum.GetNames(type).Select(Keys.Kebab)], null, []),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(ImmutableList<>) => new ValueShape(ValueKind.List, [], Of(type.GetGenericArguments()[0]), []),
        { IsClass: true } => new ValueShape(ValueKind.Record, [], null, FieldsOf(type)),
        _ => throw new InvalidOperationException($"Case files have no way to write a {type.Name}."),
    };

    private static ValueShape Plain(ValueKind kind) => new(kind, [], null, []);
}
