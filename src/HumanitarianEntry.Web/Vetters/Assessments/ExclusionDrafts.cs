using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HumanitarianEntry.Casework.FormDrafts;
using HumanitarianEntry.Domain.Exclusion;

namespace HumanitarianEntry.Web.Vetters.Assessments;

/// <summary>What a vetter typed into another window for the same page, and when.</summary>
public sealed record OtherTyping(DateTimeOffset At, ExclusionForm Typed);

/// <summary>An assessment as its author has typed it so far.</summary>
/// <param name="Touched">Pages on which something was typed and is not on file.</param>
/// <param name="Other">By page (<see cref="ExclusionDrafts.PageOf(ExclusionStep, ExclusionForm)"/>): older texts of other windows that differ.</param>
/// <param name="Shown">Drafts by page; they are over when the page is saved, all of them when the assessment is on file.</param>
public sealed record TypedAssessment(ExclusionForm Form, IReadOnlySet<string> Touched, ILookup<string, OtherTyping> Other, ILookup<string, string> Shown);

/// <summary>
/// Assessments that are being written, kept on the server as they are typed (decision 0028; the store is that of the interview, decision 0017). Each window keeps its own text of each page; only who typed it ever sees it.
/// </summary>
public sealed class ExclusionDrafts(CaseDrafts drafts)
{
    public Task KeepAsync(Guid caseId, Guid owner, string subject, ExclusionStep step, string window, ExclusionForm typed, CancellationToken cancellationToken) =>
        drafts.KeepAsync(caseId, owner, new Dictionary<string, byte[]>(StringComparer.Ordinal) { [KeyOf(subject, step, typed, window)] = JsonSerializer.SerializeToUtf8Bytes(typed) }, cancellationToken);

    /// <param name="start">What the assessment begins with: nothing, or the person's own earlier one.</param>
    public async Task<TypedAssessment> OfAsync(Guid caseId, Guid owner, string subject, ExclusionForm start, CancellationToken cancellationToken)
    {
        var mine = (await drafts.OfAsync(caseId, PrefixOf(subject), cancellationToken)).Where(d => d.Owner == owner)
            .Select(d => (Draft: d, Step: StepOf(d.Form), Page: PageOf(d.Form), Typed: JsonSerializer.Deserialize<ExclusionForm>(d.Plain) ?? throw new InvalidDataException("A draft is empty."))).ToList();
        var form = start;
        var others = new List<(string Page, OtherTyping Other)>();
        foreach (var page in mine.GroupBy(m => m.Page, StringComparer.Ordinal).OrderBy(g => g.Last().Draft.At))
        {
            var newest = page.Last();
            form = form.With(newest.Step, newest.Typed);
            others.AddRange(page.SkipLast(1).Where(o => !SaysTheSame(o.Typed, newest.Typed)).Select(o => (o.Page, new OtherTyping(o.Draft.At, o.Typed))));
        }

        return new TypedAssessment(
            form, mine.Select(m => m.Page).ToHashSet(StringComparer.Ordinal), others.ToLookup(o => o.Page, o => o.Other, StringComparer.Ordinal), mine.ToLookup(m => m.Page, m => m.Draft.Form, StringComparer.Ordinal));
    }

    /// <summary>Drops drafts that a page showed; the one of this window stays, it was kept a moment ago.</summary>
    public Task DropAsync(Guid caseId, Guid owner, IEnumerable<string> shown, string? exceptWindow, CancellationToken cancellationToken) =>
        drafts.DropAsync(caseId, owner, [.. shown.Where(s => s.StartsWith(Root, StringComparison.Ordinal) && (exceptWindow is null || !s.EndsWith("/" + exceptWindow, StringComparison.Ordinal)))], cancellationToken);

    private const string Root = "exclusion/";

    /// <summary>What a page is called here. The elements of another limb are another page: going back to it finds what was typed there.</summary>
    public static string PageOf(ExclusionStep step, ExclusionForm form) =>
        step == ExclusionStep.Elements && form.Elements.FirstOrDefault() is { } first ? $"{step}-{first.Element}" : step.ToString();

    private static string KeyOf(string subject, ExclusionStep step, ExclusionForm typed, string window) => $"{PrefixOf(subject)}{PageOf(step, typed)}/{window}";

    private static string PrefixOf(string subject) => $"{Root}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)))[..16]}/";

    private static string PageOf(string form) => form.Split('/')[2];

    private static ExclusionStep StepOf(string form) => Enum.Parse<ExclusionStep>(PageOf(form).Split('-')[0]);

    private static bool SaysTheSame(ExclusionForm one, ExclusionForm other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);
}
