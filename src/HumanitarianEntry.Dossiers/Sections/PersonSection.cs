using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 3: a sheet for each person.</summary>
internal sealed class PersonSection(PersonTexts texts) : IDossierSection
{
    public string Title => texts.Title;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording) =>
        content.Persons.Count == 0 ? [Wording.Absent(texts.None)] : content.Persons.SelectMany(person => Sheet(content, person, wording));

    private IEnumerable<Block> Sheet(DossierContent content, PersonSheet person, Wording wording) =>
    [
        new TableBlock(texts.Names, [new(texts.Script, 2), new(texts.Cyrillic, 4), new(texts.Icao, 4)],
        [
            [Span.Of(texts.Surname), Russian(person.SurnameCyrillic), Strong(person.SurnameIcao)],
            [Span.Of(texts.GivenNames), Russian(person.GivenNamesCyrillic), Strong(person.GivenNamesIcao)],
            [Span.Of(texts.Patronymic), person.PatronymicCyrillic is { } patronymic ? Russian(patronymic) : Span.Of(texts.NoPatronymic), Span.Of("—")],
        ]),
        Wording.Subheading(texts.Civil),
        new KeyValueBlock(
        [
            wording.Row(texts.Birth, Wording.Fill(texts.BornAt, wording.Date(person.Birth), person.BirthPlace)),
            wording.Row(texts.Sex, person.Sex),
            wording.Row(texts.Nationalities, person.Nationalities.Count == 0 ? texts.NoNationality : string.Join(", ", person.Nationalities)),
            new(texts.Grade, [new TextSpan(Grade(person.IdentityGrade)) { Style = SpanStyle.Strong }, new TextSpan("\n"), .. wording.Cited(person.IdentityGradeReason)]),
        ])
        {
            Picture = person.Photograph is { } photograph ? new RasterPicture(photograph) { Alternative = texts.Photograph } : null,
        },
        .. person.Photograph is null ? (Block[])[Wording.Absent(wording.None(content, DossierPart.Photograph, texts.NoPhotograph))] : [],
        Wording.Subheading(texts.Spellings),
        Wording.TableOr(wording.None(content, DossierPart.NameSpellings, texts.NoSpellings), texts.Spellings, [new(texts.Spelling, 4), new(texts.SpellingSource, 6)],
            person.Spellings.Select(IReadOnlyList<IReadOnlyList<Span>> (spelling) => [Span.Of(spelling.Text), Span.Of(spelling.Source)])),
        Wording.Subheading(texts.Held),
        Wording.TableOr(texts.NoHeld, texts.Held,
            [new(texts.DocumentKind, 4), new(texts.DocumentNumber, 3), new(texts.Issued, 3), new(texts.Validity, 3), new(texts.Condition, 5)],
            person.DocumentsHeld.Select(IReadOnlyList<IReadOnlyList<Span>> (held) =>
            [
                Span.Of(held.Kind),
                [new TextSpan(held.Number) { Style = SpanStyle.Code }],
                Span.Of(held.Issued is { } issued ? wording.Date(issued) : texts.UnknownDate),
                Span.Of(held.Validity),
                wording.Cited(held.Condition),
            ])),
        Wording.Subheading(texts.Missing),
        Wording.TableOr(texts.NoMissing, texts.Missing, [new(texts.DocumentKind, 3), new(texts.Reason, 7)],
            person.DocumentsMissing.Select(IReadOnlyList<IReadOnlyList<Span>> (missing) => [Span.Of(missing.Kind), wording.Cited(missing.Reason)])),
    ];

    private string Grade(IdentityGrade grade) => grade switch
    {
        IdentityGrade.A => texts.GradeA,
        IdentityGrade.B => texts.GradeB,
        IdentityGrade.C => texts.GradeC,
        IdentityGrade.D => texts.GradeD,
    };

    private static IReadOnlyList<Span> Russian(string name) => [new TextSpan(name) { Language = "ru", Style = SpanStyle.Strong }];

    private static IReadOnlyList<Span> Strong(string name) => [new TextSpan(name) { Style = SpanStyle.Strong }];
}

public sealed record PersonTexts
{
    public required string Title { get; init; }

    public required string None { get; init; }

    public required string Photograph { get; init; }

    public required string NoPhotograph { get; init; }

    public required string Names { get; init; }

    public required string Surname { get; init; }

    public required string GivenNames { get; init; }

    public required string Patronymic { get; init; }

    public required string NoPatronymic { get; init; }

    public required string Script { get; init; }

    public required string Cyrillic { get; init; }

    public required string Icao { get; init; }

    public required string Spellings { get; init; }

    public required string NoSpellings { get; init; }

    public required string Spelling { get; init; }

    public required string SpellingSource { get; init; }

    public required string Civil { get; init; }

    public required string Birth { get; init; }

    /// <summary>{0} date, {1} place.</summary>
    public required string BornAt { get; init; }

    public required string Sex { get; init; }

    public required string Nationalities { get; init; }

    public required string NoNationality { get; init; }

    public required string Grade { get; init; }

    public required string GradeA { get; init; }

    public required string GradeB { get; init; }

    public required string GradeC { get; init; }

    public required string GradeD { get; init; }

    public required string Held { get; init; }

    public required string NoHeld { get; init; }

    public required string DocumentKind { get; init; }

    public required string DocumentNumber { get; init; }

    public required string Issued { get; init; }

    public required string UnknownDate { get; init; }

    public required string Validity { get; init; }

    public required string Condition { get; init; }

    public required string Missing { get; init; }

    public required string NoMissing { get; init; }

    public required string Reason { get; init; }
}
