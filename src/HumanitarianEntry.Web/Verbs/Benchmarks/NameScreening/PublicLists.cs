using HumanitarianEntry.Screening.Lists;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>The two public lists of the folder, read by the library's own reader.</summary>
internal sealed class PublicLists
{
    private static readonly ColumnMapping EuColumns = new() { Id = "key", Name = "name", Aliases = "alias", WeakAliases = "weakAlias", BirthDate = "birthDate", Sex = "gender", Nationality = "nationality", Passport = "passportNumber", NationalNumber = "idNumber" };
    private static readonly ColumnMapping UsColumns = new() { Id = "ent_num", Name = "name", Aliases = "aliases", BirthDate = "dob", Sex = "gender", Nationality = "nationality" };

    private PublicLists(IReadOnlyList<ListEntry> eu, IReadOnlyList<ListEntry> us) => (Eu, Us) = (eu, us);

    public IReadOnlyList<ListEntry> Eu { get; }

    public IReadOnlyList<ListEntry> Us { get; }

    public static async Task<PublicLists> ReadAsync(SetFolder sets) =>
        new(await ReadAsync(sets, "eu_journal_sanctions/persons.csv.gz", EuColumns), await ReadAsync(sets, "ofac_sdn/individuals_2023.csv.gz", UsColumns));

    /// <summary>The entry with its main name only: what is left when aliases may not help.</summary>
    public static ListEntry MainNameOnly(ListEntry entry) => entry with { Names = [entry.Names[0]] };

    private static async Task<IReadOnlyList<ListEntry>> ReadAsync(SetFolder sets, string path, ColumnMapping columns)
    {
        if (!sets.Has(path))
        {
            return [];
        }

        await using var file = sets.Open(path);
        var draft = ListReader.Read(file, new ListFormat.Mapped(columns), OwnSearch.Metadata("read"));
        await FigureSheet.NoteAsync($"{path}: {draft.Entries.Count} entries, {draft.Doubtful.Count} with a fact that was not understood, {draft.Errors.Count} rows reported, {draft.DuplicateKeys.Count} keys twice");
        return draft.AcceptWithGaps().Entries;
    }
}
