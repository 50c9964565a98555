using System.Globalization;
using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.Casework.Translations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Auditors.Reads;

public sealed record ReadsPage(AuditedDay Day, DateOnly Today, IReadOnlyDictionary<Guid, string> Names)
{
    public string ReaderOf(ReadLine read) => read.ByApplicant ? S("The person") : Names.GetValueOrDefault(read.By) ?? S("The system");

    public string PurposeOf(ReadLine read) => CustodyRecord.OpeningIn(read.Purpose) is var (label, part)
        ? part switch { OpenedPart.Copy => S($"working copy of evidence {label}"), OpenedPart.Preview => S($"preview of evidence {label}"), _ => S($"file of evidence {label}") }
        : TranslatorDesk.NumberIn(read.Purpose) is { } job ? S($"translation {job}") : InWords(read.Purpose);
}

/// <summary>Who read what on one day, and whether the day's chain is whole.</summary>
public sealed class ReadsController(AuditDesk desk, StaffDirectory staff, TimeProvider time) : Controller
{
    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    [HttpGet(Paths.Reads), Nav("Read log", Order = 3)]
    public Task<IActionResult> Index() => PageAsync(Today);

    [HttpGet(Paths.Reads + "/{day}")]
    public Task<IActionResult> Show(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) && known <= Today ? PageAsync(known) : Task.FromResult<IActionResult>(NotFound());

    private async Task<IActionResult> PageAsync(DateOnly day)
    {
        var read = await desk.ReadsAsync(Person.Of(User).As(Role.Auditor), day, HttpContext.RequestAborted);
        return View("Index", new ReadsPage(read, Today, await staff.NamesAsync([.. read.Shown.Select(r => r.By).Distinct()], HttpContext.RequestAborted)));
    }
}
