namespace HumanitarianEntry.Screening.Names;

/// <summary>Keys for equality, where no comparison is possible because the other side is only known as a hash.</summary>
public static class NameKeys
{
    /// <summary>The key in which all spellings and romanisations of a name of one or more words meet (see <see cref="CanonicalFold"/>).</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Concat(name.Split([' ', '-', '\''], StringSplitOptions.RemoveEmptyEntries).Select(CanonicalFold.Of));
    }

    /// <summary>The key of a given name and those of its other forms: Саша has those of Александр. Two people with one given name share at least one.</summary>
    public static IReadOnlyList<string> FormsOfGiven(string name)
    {
        var own = Of(name);
        return [.. GivenNames.Others(own).Prepend(own).Distinct(StringComparer.Ordinal)];
    }
}
