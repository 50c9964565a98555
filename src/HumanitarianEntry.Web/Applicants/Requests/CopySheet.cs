using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Applicants.Things;
using HumanitarianEntry.Web.Shared.Texts;

namespace HumanitarianEntry.Web.Applicants.Requests;

/// <param name="Field">Name of the field for a program; its words are the text "copy.f." and the field.</param>
/// <param name="Value">For a program.</param>
/// <param name="Shown">For the person, in his language.</param>
public sealed record CopyLine(string Field, string Value, string Shown);

public sealed record CopySection(string Key, IReadOnlyList<IReadOnlyList<CopyLine>> Entries);

/// <summary>The person's copy as sections of plain lines: the same lines are read by people and, at its end, by programs.</summary>
public sealed class CopySheet(OwnCopy copy, Texts texts)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly CaseFile file = copy.File;

    public IReadOnlyList<CopySection> Sections { get; } = new CopySections(copy, texts).All();

    /// <summary>Every section by its name, each entry a set of fields. Encoded by the page that shows it.</summary>
    public string Json() => JsonSerializer.Serialize(
        new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["madeAt"] = copy.MadeAt.ToString("O", CultureInfo.InvariantCulture),
            ["reference"] = file.Reference,
            ["sections"] = Sections.ToDictionary(s => s.Key["copy.s.".Length..], s => s.Entries.Select(e => e.ToDictionary(l => l.Field, l => l.Value, StringComparer.Ordinal)).ToList(), StringComparer.Ordinal),
        },
        Readable);
}

/// <summary>Takes the lines out of the case.</summary>
internal sealed class CopySections(OwnCopy copy, Texts texts)
{
    private readonly CaseFile file = copy.File;

    public IReadOnlyList<CopySection> All() =>
    [
        Section("first-contact", file.Contact.Referrals, r => [Plain("name", r.Pseudonym), Plain("channel", Keys.Kebab(r.Channel.Kind.ToString()) + " " + r.Channel.Handle), Plain("country", r.CountryOfStay), Plain("language", r.Language), Plain("papers", string.Join(", ", r.PapersHeld)), Plain("text", r.Reason)]),
        Section("names", file.Identity.Names, n => [Plain("name", n.Full), Plain("kind", Keys.Kebab(n.Kind.ToString()))]),
        Section("birth", file.Identity.Births, b => [Plain("date", b.BornOn.ToString()), Plain("place", b.Place), Plain("country", b.Country), Plain("nationality", string.Join(", ", b.Nationalities))]),
        Section("papers", file.Identity.Documents, d => [Plain("kind", Keys.Kebab(d.Kind.ToString())), Plain("number", $"{d.Series} {d.Number}".Trim()), Plain("date", d.IssuedOn?.ToString()), Plain("until", d.ExpiresOn?.ToString())]),
        Section("stays", file.Contact.Stays, s => [Plain("country", s.Country), Plain("text", s.Basis), Plain("date", s.From.ToString()), Plain("until", s.Until?.ToString())]),
        Section("ways", file.Contact.Plans, p => [.. p.Channels.SelectMany(c => new[] { Plain("channel", Keys.Kebab(c.Kind.ToString()) + " " + c.Handle), Plain("hours", $"{c.SafeHours} ({c.TimeZone})") }), Plain("may-be-said", p.WhatMayBeSaid)]),
        new("copy.s.permissions", [.. file.Contact.Consents.Select(c => Entry(c.Provenance, Permission(c.Consent)))]),
        Section("messages", file.Contact.Messages, m => [m.FromApplicant ? new("who", "you", texts["messages.you"]) : new("who", "us", texts["messages.us"]), Plain("text", m.Text)]),
        Section("answers", file.Interview.Answers, a => [new("question", a.Code, $"{a.Code} {Asked(a)}"), Plain("text", a.Value), Plain("verbatim", a.Verbatim)]),
        Section("statements", file.Interview.Statements, s => [Plain("language", s.Language), Plain("text", s.Text)]),
        Section("things", file.Evidence.Items, i => [Plain("name", i.Title), new("kind", Keys.Kebab(i.Type.ToString()), texts[ThingForm.KeyOf(i.Type)]), Plain("link", i.SourceUrl), Plain("text", i.Description), Plain("size", i.File?.Size.ToString(CultureInfo.InvariantCulture)), Plain("hash", i.File?.Sha256)]),
        Section("talks", file.Contact.Appointments, a => [new("begins", a.StartsAt.ToString("O", CultureInfo.InvariantCulture), texts.Moment(a.StartsAt, copy.Zone))]),
        Section("requests", file.Contact.FormalRequests, r => [Plain("number", r.Number.ToString(CultureInfo.InvariantCulture)), new("kind", Keys.Kebab(r.Kind.ToString()), texts[RequestForm.KeyOf(r.Kind)]), Plain("text", r.Words)]),
        Section("answers-to-requests", file.Contact.FormalAnswers, a => [Plain("number", a.Number.ToString(CultureInfo.InvariantCulture)), new("answer", Keys.Kebab(a.Outcome.ToString()), texts[$"requests.state.{Keys.Kebab(a.Outcome.ToString())}"]), Plain("text", a.Words)]),
        new("copy.s.given-away", [.. copy.Disclosures.Select(d => Filled([At(d.At), Plain("to-whom", d.Details.RecipientFunction), Plain("what", d.Details.What), Plain("why", d.Details.Purpose)]))]),
    ];

    private CopySection Section<T>(string name, IEnumerable<Recorded<T>> facts, Func<T, CopyLine[]> lines) => new("copy.s." + name, [.. facts.Select(f => Entry(f.Provenance, lines(f.Value)))]);

    private IReadOnlyList<CopyLine> Entry(Provenance provenance, CopyLine[] lines) => Filled([.. lines, At(provenance.At)]);

    private static IReadOnlyList<CopyLine> Filled(IEnumerable<CopyLine> lines) => [.. lines.Where(l => l.Value.Length > 0)];

    private CopyLine At(DateTimeOffset at) => new("when", at.ToString("O", CultureInfo.InvariantCulture), texts.Moment(at, copy.Zone));

    private static CopyLine Plain(string field, string? value) => new(field, value ?? string.Empty, value ?? string.Empty);

    private CopyLine[] Permission(ConsentGiven consent) =>
    [
        new("kind", Keys.Kebab(consent.Purpose.ToString()), texts[$"permission.{Keys.Kebab(consent.Purpose.ToString())}"]),
        new("answer", Keys.Kebab(consent.Status.ToString()), texts[$"permissions.{Keys.Kebab(consent.Status.ToString())}"]),
        Plain("to-whom", consent.Recipient), Plain("until", consent.ExpiresOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    private string Asked(Answer answer)
    {
        var version = file.Interview.Sessions.FirstOrDefault(s => s.Value.Number == answer.Session)?.Value.QuestionnaireVersion;
        return (version is null ? Questionnaire.Current : Questionnaire.Of(version)).Find(answer.Code)?.Text(texts.Language) ?? string.Empty;
    }
}
