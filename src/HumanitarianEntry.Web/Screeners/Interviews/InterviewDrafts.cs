using System.Text.Json;
using HumanitarianEntry.Casework.FormDrafts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Interviews;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>Another text for the same place: stored meanwhile, typed in another window, or being typed by a colleague.</summary>
/// <param name="Why">A sentence that says whose it is and since when.</param>
public sealed record BesideText(string Why, string? Value, string? Verbatim);

/// <summary>A section as the screener finds it: what is stored, with what he typed and did not store in its place.</summary>
/// <param name="Restored">Questions whose field holds what was typed before and is not stored yet.</param>
/// <param name="Beside">By question: texts to be looked at together with the field's.</param>
/// <param name="Shown">Drafts of this person that the page shows; they are over when it is saved.</param>
public sealed record TypedSection(SectionForm Form, IReadOnlySet<string> Restored, ILookup<string, BesideText> Beside, IReadOnlyList<string> Shown);

/// <summary>
/// What is typed during an interview, kept on the server every few seconds. Each window keeps its own text of each question, so that neither two windows nor two screeners write over each other;
/// whatever differs is shown side by side.
/// </summary>
public sealed class InterviewDrafts(CaseDrafts drafts, StaffDirectory staff)
{
    private const string Answers = "answers/";
    private const string Narrative = "statement/";

    /// <param name="page">The window, by the act key of its page.</param>
    public Task KeepAsync(Guid caseId, Guid owner, string page, IEnumerable<AnswerForm> typed, CancellationToken cancellationToken) =>
        drafts.KeepAsync(caseId, owner, typed.Where(a => Questionnaire.Current.Find(a.Code) is not null).DistinctBy(a => a.Code).ToDictionary(a => $"{Answers}{a.Code}/{page}", a => JsonSerializer.SerializeToUtf8Bytes(a), StringComparer.Ordinal), cancellationToken);

    public Task KeepAsync(Guid caseId, Guid owner, string page, StatementForm typed, CancellationToken cancellationToken) =>
        drafts.KeepAsync(caseId, owner, new Dictionary<string, byte[]>(StringComparer.Ordinal) { [Narrative + page] = JsonSerializer.SerializeToUtf8Bytes(typed) }, cancellationToken);

    /// <summary>What was typed on this page, or shown on it, is over.</summary>
    public Task DropAsync(Guid caseId, Guid owner, string page, IEnumerable<string> codes, IEnumerable<string> shown, CancellationToken cancellationToken) =>
        drafts.DropAsync(caseId, owner, [.. codes.Select(c => $"{Answers}{c}/{page}"), Narrative + page, .. shown], cancellationToken);

    public async Task<TypedSection> OfAsync(CaseView view, string section, Guid reader, CancellationToken cancellationToken)
    {
        var facts = view.File.Interview;
        var form = SectionForm.Of(section, facts);
        var codes = form.Answers.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        var typed = (await drafts.OfAsync(view.File.Id, Answers, cancellationToken)).Select(d => (Draft: d, Answer: Read(d))).Where(d => codes.Contains(d.Answer.Code)).ToList();
        var names = await staff.NamesAsync([.. typed.Select(d => d.Draft.Owner).Distinct()], cancellationToken);
        var restored = new HashSet<string>(StringComparer.Ordinal);
        var beside = new List<(string Code, BesideText Text)>();
        for (var i = 0; i < form.Answers.Count; i++)
        {
            var stored = form.Answers[i];
            var differing = typed.Where(d => d.Answer.Code == stored.Code && !d.Answer.SaysTheSameAs(stored)).Reverse().ToList();
            foreach (var (draft, answer) in differing)
            {
                if (draft.Owner != reader)
                {
                    beside.Add((stored.Code, new BesideText(S($"{names.GetValueOrDefault(draft.Owner, S("A colleague"))} typed here at {draft.At} and has not stored it yet"), answer.Value, answer.Verbatim)));
                }
                else if (answer.Seen == stored.Seen && restored.Add(stored.Code))
                {
                    form.Answers[i] = answer;
                }
                else if (!answer.SaysTheSameAs(form.Answers[i]))
                {
                    var why = answer.Seen < stored.Seen ? S($"You typed this at {draft.At} before the answer above was stored and did not store it") : S($"You typed this at {draft.At} in another window and did not store it");
                    beside.Add((stored.Code, new BesideText(why, answer.Value, answer.Verbatim)));
                }
            }
        }

        return new TypedSection(form, restored, beside.ToLookup(b => b.Code, b => b.Text, StringComparer.Ordinal), [.. typed.Where(d => d.Draft.Owner == reader).Select(d => d.Draft.Form)]);
    }

    /// <summary>The newest statement that this person typed and did not store; colleagues' beside it.</summary>
    public async Task<(StatementForm? Mine, IReadOnlyList<BesideText> Beside, IReadOnlyList<string> Shown)> StatementOfAsync(CaseView view, Guid reader, CancellationToken cancellationToken)
    {
        var typed = await drafts.OfAsync(view.File.Id, Narrative, cancellationToken);
        var names = await staff.NamesAsync([.. typed.Select(d => d.Owner).Distinct()], cancellationToken);
        var mine = typed.Where(d => d.Owner == reader).ToList();
        var newest = mine.Count == 0 ? null : StatementIn(mine[^1]);
        return (newest,
        [
            .. mine.SkipLast(1).Where(d => StatementIn(d).Text != newest!.Text).Select(d => new BesideText(S($"You typed this at {d.At} in another window"), StatementIn(d).Text, StatementIn(d).Translation)),
            .. typed.Where(d => d.Owner != reader).Select(d => new BesideText(S($"{names.GetValueOrDefault(d.Owner, S("A colleague"))} typed this at {d.At} and has not stored it yet"), StatementIn(d).Text, StatementIn(d).Translation)),
        ], [.. mine.Select(d => d.Form)]);
    }

    private static AnswerForm Read(CaseDraft draft) => JsonSerializer.Deserialize<AnswerForm>(draft.Plain) ?? throw new InvalidDataException("A draft is empty.");

    private static StatementForm StatementIn(CaseDraft draft) => JsonSerializer.Deserialize<StatementForm>(draft.Plain) ?? throw new InvalidDataException("A draft is empty.");
}
