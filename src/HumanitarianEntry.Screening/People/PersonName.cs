namespace HumanitarianEntry.Screening.People;

/// <summary>How firmly a name belongs to its bearer. A weak alias (call sign, nom de guerre) costs points; the number of aliases never does.</summary>
public enum NameStrength
{
    Primary,
    Alias,
    WeakAlias,
}

/// <summary>
/// One name of one person, either in fields or as free text. The original letters are kept and shown in every explanation.
/// Cyrillic is preferred where it exists; any romanisation is understood.
/// </summary>
public sealed record PersonName
{
    /// <summary>Whole name as written; used only where no field is filled.</summary>
    public string? Text { get; init; }

    public string? Family { get; init; }

    public string? Given { get; init; }

    public string? Patronymic { get; init; }

    public NameStrength Strength { get; init; } = NameStrength.Primary;

    public bool HasFields => !string.IsNullOrWhiteSpace(Family) || !string.IsNullOrWhiteSpace(Given) || !string.IsNullOrWhiteSpace(Patronymic);

    public bool IsEmpty => !HasFields && string.IsNullOrWhiteSpace(Text);

    /// <summary>The name as shown: fields in the order family, given, patronymic, or the text.</summary>
    public string Display => HasFields
        ? string.Join(' ', new[] { Family, Given, Patronymic }.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.Trim()))
        : Text?.Trim() ?? "";

    public static PersonName Of(string text, NameStrength strength = NameStrength.Primary) => new() { Text = text, Strength = strength };

    public static PersonName Of(string? family, string? given, string? patronymic, NameStrength strength = NameStrength.Primary) =>
        new() { Family = family, Given = given, Patronymic = patronymic, Strength = strength };
}
