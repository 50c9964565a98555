using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.Dossiers.Reading;

namespace HumanitarianEntry.Casework.DossierMaking.LeakSearch;

/// <summary>Searches a finished dossier, with everything in it, for what must not leave the house.</summary>
public sealed class LeakScanner(IPdfTextReader reader, StaffDirectory staff)
{
    private const int MostHits = 50;

    /// <exception cref="PdfReaderException">The search could not be made; the version must not be recorded.</exception>
    /// <param name="profile">What the recipient gets: the rest is searched for too.</param>
    public async Task<LeakScan> ScanAsync(CaseFile file, DisclosureProfile profile, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var colleagues = (await staff.NamesAsync(Colleagues(file), cancellationToken)).Values.Select(name => new Withheld(WithheldKind.StaffName, name));
        var withheld = WithheldValues.Of(file, profile).Concat(colleagues).ToList();
        var search = new LeakSearcher(withheld, WithheldValues.DisclosedNames(file, profile), WithheldValues.DisclosedTexts(file, profile));
        var hits = new List<LeakHit>();
        await foreach (var text in WholeTextReader.ReadAsync(pdf, reader, cancellationToken))
        {
            hits.AddRange(search.Search(text));
        }

        return new LeakScan(WithheldValues.HashOf(file, profile), withheld.Count, [.. hits.Distinct().Take(MostHits)]);
    }

    /// <summary>Who is or was on the case or decided in it, but not the post that receives the dossier.</summary>
    private static List<Guid> Colleagues(CaseFile file) =>
    [
        .. file.Assignments.Where(a => a.Role is not (Role.EmbassyLiaison or Role.Applicant)).Select(a => a.StaffId)
            .Concat(file.Interview.Interviewers)
            .Concat(file.Evidence.Grades.Select(g => g.Provenance.By))
            .Concat(file.Identity.Gradings.Select(g => g.Provenance.By))
            .Concat(file.Vetting.Adjudications.Select(a => a.Provenance.By))
            .Concat(TranslationRules.Of(file).Select(j => j.Order.Translator))
            .Concat(file.Dossier.Recommendations.Select(r => r.Provenance.By))
            .Distinct(),
    ];
}

/// <summary>The withheld values of a case, looked for in one text after the other. Pure.</summary>
public sealed class LeakSearcher
{
    private const int SameWords = 40;
    private readonly List<Searched> searched = [];

    public LeakSearcher(IEnumerable<Withheld> withheld, IEnumerable<string> disclosedNames, IEnumerable<string> disclosedTexts)
    {
        ArgumentNullException.ThrowIfNull(withheld);
        var names = SearchedName.KeysOf(disclosedNames);
        var texts = string.Join('\n', disclosedTexts.Select(SearchedText.LettersOf));
        foreach (var value in withheld)
        {
            searched.AddRange(Of(value, names, texts));
        }
    }

    public IEnumerable<LeakHit> Search(PlacedText placed)
    {
        ArgumentNullException.ThrowIfNull(placed);
        var place = PlaceOf(placed.Place);
        if (placed.Place == TextPlace.Unread)
        {
            return [new LeakHit(WithheldKind.UnreadFile, place, placed.File, null, string.Empty)];
        }

        var text = new SearchedText(placed.Text);
        var found = searched.SelectMany(s => s.In(text, place == LeakPlace.Page).Select(at => (s.Kind, At: at)));
        if (placed.Place is TextPlace.Page or TextPlace.Alternative or TextPlace.Properties || placed.File is not null)
        {
            found = found.Concat(Redaction.CoordinatesIn(text.Text).Select(at => (WithheldKind.Coordinates, at)));
        }

        return found.GroupBy(f => f.Kind).SelectMany(g => Apart(g.Select(f => f.At)).Select(at => new LeakHit(g.Key, place, placed.File, placed.Page, text.Around(at))));
    }

    /// <summary>Two finds in the same few words are one place.</summary>
    private static IEnumerable<int> Apart(IEnumerable<int> places)
    {
        int? last = null;
        foreach (var place in places.Distinct().Order())
        {
            if (last is null || place - last > SameWords)
            {
                yield return place;
                last = place;
            }
        }
    }

    private static IEnumerable<Searched> Of(Withheld value, IReadOnlySet<string> names, string texts)
    {
        switch (value.Kind)
        {
            case WithheldKind.RelativeName or WithheldKind.StaffName or WithheldKind.ThirdPersonName or WithheldKind.UndisclosedPlace:
                return new SearchedName(value.Kind, value.Value, names) is { IsAny: true } name ? [name] : [];
            case WithheldKind.ContactHandle:
                return new SearchedContact(value.Kind, value.Value) is { IsAny: true } handle ? [handle] : [];
            case WithheldKind.CodePhrase:
                return SearchedPassage.Phrase(value, texts);
            case WithheldKind.TravelPlan:
                return SearchedPassage.Phrase(value, texts).Concat(SearchedPassage.Sentences(value, texts));
            case WithheldKind.WorkingNote or WithheldKind.ConfidentialAnswer:
                return SearchedPassage.Sentences(value, texts);
            case WithheldKind.UndisclosedNumber:
                return SearchedPassage.Whole(value, texts);
            case WithheldKind.UndisclosedText:
                return SearchedPassage.Words(value, texts);
            case WithheldKind.Coordinates or WithheldKind.UnreadFile:
                return [];
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value.Kind, "Nobody knows how to look for it.");
        }
    }

    private static LeakPlace PlaceOf(TextPlace place) => place switch
    {
        TextPlace.Page => LeakPlace.Page,
        TextPlace.Properties => LeakPlace.Properties,
        TextPlace.Outline => LeakPlace.Outline,
        TextPlace.Alternative => LeakPlace.AlternativeText,
        TextPlace.FileName => LeakPlace.FileName,
        TextPlace.Hidden or TextPlace.Unread => LeakPlace.NotOnAPage,
    };
}
