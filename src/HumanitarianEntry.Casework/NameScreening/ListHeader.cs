using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.Lists;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>What the loader says about a list file; the file itself does not say it.</summary>
/// <param name="Key">Short name over all versions: small letters, digits and hyphens, such as <c>eu-sanctions</c>.</param>
/// <param name="AssertingAuthority">Whose claim the entries are; may differ from the publisher.</param>
/// <param name="Kind">What being on the list can mean; the same over all versions.</param>
/// <param name="VersionDate">The day that the content describes.</param>
public sealed record ListHeader(string Key, string Publisher, string AssertingAuthority, ListKind Kind, string Version, DateOnly VersionDate)
{
    /// <summary>The asserting authority as it is shown, with the publisher where that is somebody else.</summary>
    public string Name => AssertingAuthority == Publisher ? Publisher : $"{AssertingAuthority} ({Publisher})";

    /// <summary>What a screening run keeps of the list.</summary>
    public ScreenedList Screened => new(Key, Name, Kind, Version, VersionDate);

    /// <exception cref="InvalidDataException">The row names a kind that this program does not know.</exception>
    internal static ListHeader Of(ScreeningListRow row) =>
        new(row.ListKey, row.Publisher, row.AssertingAuthority, KindOf(row.Kind), row.Version, row.VersionDate);

    internal static string KeyOf(ListKind kind) => Keys.Kebab(kind.ToString());

    /// <exception cref="InvalidDataException">There is no such kind.</exception>
    internal static ListKind KindOf(string key)
    {
        foreach (var kind in Enum.GetValues<ListKind>())
        {
            if (KeyOf(kind) == key)
            {
                return kind;
            }
        }

        throw new InvalidDataException($"There is no list kind '{key}'. There are: {string.Join(", ", Enum.GetValues<ListKind>().Select(KeyOf))}.");
    }

    internal ListMetadata Metadata(Guid by) => new()
    {
        ListId = Key,
        Publisher = Publisher,
        AssertingAuthority = AssertingAuthority,
        IsPersecutor = Kind == ListKind.PersecutorWanted,
        Version = Version,
        AsOf = VersionDate,
        LoadedBy = by.ToString("N"),
    };
}
