using System.Collections.Immutable;
using HumanitarianEntry.Casework.Assignments;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Casework.Translations;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Translations;

/// <summary>What the pages of translations need besides the case.</summary>
public sealed class TranslationDesk(StaffDirectory staff, StaffTiesStore ties, SourceText texts, InterpreterCodes interpreters, TimeProvider time)
{
    public StaffDirectory Staff { get; } = staff;
    public StaffTiesStore Ties { get; } = ties;
    public SourceText Texts { get; } = texts;
    public InterpreterCodes Interpreters { get; } = interpreters;

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}

/// <summary>Translations of one case: the list, the order, the second reading. The same for every audience that sees what is translated; who sees less, sees fewer of them.</summary>
public abstract class TranslationController(CaseDoor door, TranslationDesk desk) : CaseController(door)
{
    private const string Purpose = "translations";
    private static readonly IReadOnlyList<Role> Ordering = ActCatalogue.RuleOf(typeof(OrderTranslation)).Roles;
    private static readonly IReadOnlyList<Role> Reading = ActCatalogue.RuleOf(typeof(ReadTranslation)).Roles;

    [HttpGet("")]
    public async Task<IActionResult> Index(string reference)
    {
        if (await OpenSeenAsync(reference) is not { } view)
        {
            return NotFound();
        }

        var jobs = TranslationRules.Of(view.File);
        var names = await desk.Staff.NamesAsync([.. jobs.SelectMany(j => new[] { j.Order.Translator, j.Ordered.Provenance.By }).Distinct()], HttpContext.RequestAborted);
        return View("/Shared/Translations/Index.cshtml", new TranslationsPage(view, jobs, names, CaseUrl(view), MayOrder(view), desk.Today));
    }

    /// <param name="pages">Of a PDF, such as "2-4"; all where nothing is named.</param>
    [HttpGet("new")]
    public async Task<IActionResult> New(string reference, TranslationSourceKind? kind, string? subject, string? pages)
    {
        if (await OpenSeenAsync(reference) is not { } view || !MayOrder(view))
        {
            return NotFound();
        }

        if (kind is null || string.IsNullOrEmpty(subject))
        {
            return View("/Shared/Translations/Sources.cshtml", new SourcesPage(view, CaseUrl(view), Sees(view, TranslationSourceKind.Statement), Sees(view, TranslationSourceKind.Answer)));
        }

        return Sees(view, kind.Value) && await FirstFormAsync(view, kind.Value, subject, pages.Clean()) is { } form ? await OrderPageAsync(view, form) : NotFound();
    }

    [HttpPost("new"), ShowsFormAgain]
    [RequestFormLimits(ValueLengthLimit = TranslationRules.MaxText * 6)]
    public async Task<IActionResult> Order(string reference, [Bind(Prefix = "Form")] OrderForm form)
    {
        if (await OpenSeenAsync(reference) is not { } view || !MayOrder(view) || form.Kind is null || string.IsNullOrEmpty(form.Subject) || !Sees(view, form.Kind.Value))
        {
            return NotFound();
        }

        // The list names those who may be asked; another account is no translator, whatever the form says.
        if (ModelState.IsValid && !(await TranslatorsAsync(view)).Any(t => t.Value == form.Translator.ToString()))
        {
            ModelState.AddModelError("Form.Translator", S("Choose a translator."));
        }

        return await PerformAsync(view, form.ToAct, CaseUrl(view) + "/translations", _ => S("The translation is ordered. The translator is told; you are told when it is there."), () => OrderPageAsync(view, form));
    }

    [HttpGet("{job}")]
    public async Task<IActionResult> Show(string reference, string job) =>
        await FindAsync(reference, job) is var (view, found) ? await ReadingPageAsync(view, found, null, null) : NotFound();

    [HttpPost("{job}/read"), ShowsFormAgain]
    public async Task<IActionResult> Read(string reference, string job, [Bind(Prefix = "Reading")] ReadingForm reading, string? go)
    {
        if (await FindAsync(reference, job) is not var (view, found) || !RolesOn(view).Any(Reading.Contains))
        {
            return NotFound();
        }

        if (go is not ("accept" or "back"))
        {
            return BadRequest();
        }

        var accepts = go == "accept";
        return await PerformAsync(view, () => new ReadTranslation(found.Number, reading.Version, accepts) { Remarks = reading.Remarks.Clean(), NoneOf = [.. reading.NoneOf] }, CaseUrl(view) + "/translations",
            _ => accepts ? S("The translation is accepted. A dossier in its language shows it.") : S("The translation is sent back. The translator is told."), () => ReadingPageAsync(view, found, reading, null));
    }

    [HttpPost("{job}/withdraw"), ShowsFormAgain]
    public async Task<IActionResult> Withdraw(string reference, string job, [Bind(Prefix = "Withdraw")] WithdrawForm withdraw)
    {
        if (await FindAsync(reference, job) is not var (view, found) || !MayOrder(view))
        {
            return NotFound();
        }

        return await PerformAsync(view, () => new WithdrawTranslation(found.Number, withdraw.Reason!.Trim()), CaseUrl(view) + "/translations", _ => S("The translation is withdrawn. The translator does not see it any more."), () => ReadingPageAsync(view, found, null, withdraw));
    }

    private string CaseUrl(CaseView view) => $"/{HttpContext.Audience().Path}/cases/{view.File.Reference}";

    private bool MayOrder(CaseView view) => RolesOn(view).Any(Ordering.Contains);

    private bool Sees(CaseView view, TranslationSourceKind kind) => RolesOn(view).Any(r => TranslationRules.MayHandle(r, kind));

    private async Task<CaseView?> OpenSeenAsync(string reference) => await OpenAsync(reference, Purpose) is { } view && Sees(view, TranslationSourceKind.Item) ? view : null;

    private async Task<(CaseView View, TranslationJob Job)?> FindAsync(string reference, string job) =>
        await OpenSeenAsync(reference) is { } view && TranslationRules.Find(view.File, job.ToUpperInvariant()) is { } found ? (view, found) : null;

    private async Task<OrderForm?> FirstFormAsync(CaseView view, TranslationSourceKind kind, string subject, string? pages)
    {
        var form = new OrderForm { Kind = kind, Subject = subject.ToUpperInvariant(), To = view.Programme.Rules.DossierLanguages.FirstOrDefault(), From = "ru" };
        if (kind != TranslationSourceKind.Item)
        {
            return TranslationRules.WordsOf(view.File, kind, form.Subject!) is { } said ? form with { From = said.Language, Text = OrderTranslation.Lines(said.Text) } : null;
        }

        if (view.File.Evidence.Find(form.Subject!) is not { } item)
        {
            return null;
        }

        var (from, to) = SourceText.PagesOf(pages);
        var text = FileRules.CopyOf(view.File.Evidence, item) is { } copy ? await desk.Texts.OfAsync(view.File.Id, copy, from, to, HttpContext.RequestAborted) : item.File is null ? item.Description : null;
        var language = view.File.Evidence.LanguageOf(item.Label);
        return form with { Part = pages, From = language is null or TranslationRules.NoLanguage ? form.From : language, Text = text, WithPicture = text is null && FileRules.PictureOf(view.File.Evidence, item) is not null };
    }

    private async Task<IActionResult> OrderPageAsync(CaseView view, OrderForm form)
    {
        var item = form.Kind == TranslationSourceKind.Item ? view.File.Evidence.Find(form.Source.Subject) : null;
        var copy = item is null ? null : FileRules.CopyOf(view.File.Evidence, item);
        return View("/Shared/Translations/New.cshtml", new OrderPage(view, form, CaseUrl(view), await TranslatorsAsync(view), item is not null && FileRules.PictureOf(view.File.Evidence, item) is not null, copy?.Mime == "pdf") { Interpreters = await InterpretersAsync(view) });
    }

    /// <summary>Active accounts with the role, without those who work on the case or declared a tie; what makes a tie likely stands beside the name.</summary>
    private async Task<IReadOnlyList<Choice>> TranslatorsAsync(CaseView view)
    {
        var free = (await desk.Staff.AllAsync(HttpContext.RequestAborted)).Where(s => s.IsActive && s.Roles.Contains(Role.Translator) && s.Id != Person.Id
            && !view.File.Assignments.Exists(a => a.StaffId == s.Id) && !view.File.Dossier.Conflicts.Values().Any(c => c.StaffId == s.Id)).OrderBy(s => s.DisplayName, StringComparer.CurrentCulture).ToList();
        var ties = await desk.Ties.AllAsync([.. free.Select(s => s.Id)], HttpContext.RequestAborted);
        return [.. free.Select(s => new Choice(s.Id.ToString(), s.DisplayName + Hint(ConflictHints.Of(view.File, ties.GetValueOrDefault(s.Id, StaffTies.None)))))];
    }

    private static string Hint(IReadOnlyList<ConflictKind> hints) => hints.Count == 0 ? string.Empty : " – " + string.Join(", ", hints.Select(h => InWords(h)));

    private async Task<IActionResult> ReadingPageAsync(CaseView view, TranslationJob job, ReadingForm? reading, WithdrawForm? withdraw)
    {
        var names = await desk.Staff.NamesAsync([.. job.Steps.Select(s => s.Provenance.By).Append(job.Order.Translator).Append(job.Ordered.Provenance.By).Distinct()], HttpContext.RequestAborted);
        var mayRead = job.Standing == TranslationStanding.Delivered && job.Order.Translator != Person.Id && RolesOn(view).Any(Reading.Contains);
        return View("/Shared/Translations/Show.cshtml", new ReadingPage(
            view, job, names, CaseUrl(view), mayRead, MayOrder(view) && job.Standing != TranslationStanding.Withdrawn, TranslationRules.IsStale(view.File, job),
            reading ?? new ReadingForm { Version = job.Latest?.Version ?? 0 }, withdraw ?? new WithdrawForm())
        {
            Interpreters = mayRead ? InterviewInterpreters.NotRuledOut(await InterpretersAsync(view), InterviewInterpreters.RuledOut(job)) : [],
        });
    }

    private Task<ImmutableList<string>> InterpretersAsync(CaseView view) => desk.Interpreters.OfAsync(Person.As(RolesOn(view)[0]), view.File, HttpContext.RequestAborted);
}
