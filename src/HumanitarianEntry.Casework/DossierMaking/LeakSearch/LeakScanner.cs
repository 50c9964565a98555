using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.Dossiers.Reading;
using HumanitarianEntry.Screening.Names;

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

    /// <summary>Who is on the case or ever wrote, decided, spoke or translated in it, but not the post that receives the dossier, nor the partner whose house its section 13 names.</summary>
    private static List<Guid> Colleagues(CaseFile file) =>
    [
        .. file.Assignments.Select(a => (Id: a.StaffId, a.Role))
            .Concat(Authors.Of(file).Select(p => (Id: p.By, p.Role)))
            .Where(a => a.Role is not (Role.EmbassyLiaison or Role.Applicant or Role.ReceptionPartner)).Select(a => a.Id)
            .Concat(file.Interview.Interviewers)
            .Concat(TranslationRules.Of(file).Select(j => j.Order.Translator))
            .Distinct(),
    ];
}

/// <summary>The withheld values of a case, looked for in one text after the other. Pure.</summary>
public sealed class LeakSearcher
{
    private const int SameWords = 40;

    /// <summary>A code phrase of one word.</summary>
    private const int ShortestWord = 6;
    private readonly List<Searched> searched = [];

    /// <summary>Looked for in what we write, and not in attached files.</summary>
    private readonly List<Searched> inOwnText = [];

    public LeakSearcher(IEnumerable<Withheld> withheld, IEnumerable<string> disclosedNames, IEnumerable<string> disclosedTexts)
    {
        ArgumentNullException.ThrowIfNull(withheld);
        var said = new Disclosed(SearchedName.KeysOf(disclosedNames), [.. disclosedTexts.Select(text => new SearchedText(text))]);
        foreach (var value in withheld)
        {
            searched.AddRange(Of(value, said));
            inOwnText.AddRange(InOwnText(value, said));
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
        var found = searched.Concat(placed.File is null ? inOwnText : []).SelectMany(s => s.In(text, place == LeakPlace.Page).Select(at => (s.Kind, At: at)));
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

    private static IEnumerable<Searched> Of(Withheld value, Disclosed said)
    {
        switch (value.Kind)
        {
            case WithheldKind.RelativeName or WithheldKind.StaffName or WithheldKind.ThirdPersonName or WithheldKind.UndisclosedPlace:
                return new SearchedName(value.Kind, value.Value, said.Names) is { IsAny: true } name ? [name] : [];
            case WithheldKind.ContactHandle:
                return new SearchedContact(value.Kind, value.Value) is { IsAny: true } handle ? [handle] : [];
            case WithheldKind.SourceName:
                return [];
            case WithheldKind.CodePhrase:
                return SearchedPassage.Phrase(value, said, ShortestWord);
            case WithheldKind.TravelPlan:
                return SearchedPassage.Phrase(value, said).Concat(SearchedPassage.Sentences(value, said));
            case WithheldKind.WorkingNote:
                return SearchedPassage.Sentences(value, said);
            case WithheldKind.ConfidentialAnswer:
                return SearchedPassage.Answer(value, said)
                    .Concat(SpokenNames.In(value.Value).SelectMany(name => Of(value.Kind, name, said)))
                    .Concat(Redaction.ContactsIn(value.Value).Select(contact => new SearchedContact(value.Kind, contact)).Where(contact => contact.IsAny));
            case WithheldKind.UndisclosedNumber:
                return SearchedPassage.Whole(value);
            case WithheldKind.UndisclosedText:
                return SearchedPassage.Words(value, said);
            case WithheldKind.Coordinates or WithheldKind.UnreadFile:
                return [];
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value.Kind, "Nobody knows how to look for it.");
        }
    }

    /// <summary>What the dossier says anyway is none, and a given name alone is borne by half a country.</summary>
    private static IEnumerable<Searched> Of(WithheldKind kind, SpokenName name, Disclosed said) =>
        new SearchedName(kind, name.Words, said.Names, together: !name.IsPerson || NameSigns.Of(name.Words) == NameSign.Known) is { IsAny: true } searched && !said.Says(searched) ? [searched] : [];

    /// <summary>Who stands behind a support, and where somebody lived, stands in papers of every kind, and nobody can wave a hit through: there the two who release it look. In what we write ourselves it has no place.</summary>
    private static IEnumerable<Searched> InOwnText(Withheld value, Disclosed said) => value.Kind switch
    {
        WithheldKind.SourceName => SpokenNames.In(value.Value).SelectMany(name => Of(value.Kind, name, said)),
        WithheldKind.ConfidentialAnswer => SpokenAddresses.In(value).Where(address => !said.Says(address)),
        _ => [],
    };

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
