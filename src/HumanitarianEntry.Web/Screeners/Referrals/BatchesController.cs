using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Referrals;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Referrals;

/// <summary>Many referrals from one table: looked through, then taken on. Nothing is opened by looking through.</summary>
[Route("screeners/referrals/table")]
public sealed class BatchesController(ReferralBatches batches, ProgrammeLibrary programmes) : Controller
{
    private const int LargestFile = 8 * 1024 * 1024;

    /// <summary>After this the page says how far it came and asks to go on: nobody watches a page that does not answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private Person Person => Person.Of(User);

    private bool IsIntake => Person.Roles.Contains(Role.IntakeOfficer);

    [HttpGet("")]
    public IActionResult New() => IsIntake ? View("Table", new TablePage(Choices, Complaint: null)) : NotFound();

    /// <summary>An empty table with all columns and one invented line.</summary>
    [HttpGet("file")]
    public IActionResult Example() => !IsIntake ? NotFound() : File(
        System.Text.Encoding.UTF8.GetBytes(string.Join(',', ReferralTable.Needed.Concat(ReferralTable.Optional)) + "\r\nDEMO-1,Сосна,KZ,signal,Отказался возвращаться в часть,@demo.invalid,18:00-21:00,Asia/Almaty,no,ru,2026-12-31,no,unknown,internal-passport|military-id,1,partner\r\n"),
        "text/csv; charset=utf-8", "referrals.csv");

    [HttpPost(""), RequestSizeLimit(LargestFile + 65_536)]
    public async Task<IActionResult> Check(IFormFile? file, string? programme)
    {
        if (!IsIntake)
        {
            return NotFound();
        }

        try
        {
            var bytes = await ReadAsync(file);
            if (programme is null || !programmes.Has(programme))
            {
                return Again(S("Choose the programme."));
            }

            using var content = new MemoryStream(bytes);
            var table = ReferralTable.Read(content);
            return View("Checked", new CheckedPage(table, await batches.KeepAsync(Person.Id, bytes, HttpContext.RequestAborted), programme, NameOf(programme)));
        }
        catch (NoReferralTableException refused)
        {
            return Again(S(refused.Why));
        }
        catch (InvalidDataException refused)
        {
            return Again(refused.Message);
        }
    }

    [HttpPost("take")]
    public async Task<IActionResult> Take(string? table, string? programme)
    {
        if (!IsIntake || programme is null || !programmes.Has(programme))
        {
            return NotFound();
        }

        return await batches.TakeAsync(Person.As(Role.IntakeOfficer), Person.Organisation, programme, table ?? string.Empty, Patience) is { } taken
            ? View("Taken", new TakenPage(taken, table!, programme))
            : Again(S("This table was taken on already, or is older than two days. Choose the file again: nobody is taken on twice."));
    }

    private IReadOnlyList<Choice> Choices => [.. programmes.Taking.Select(p => new Choice(p.Settings.Id, NameOf(p.Settings.Id)))];

    private string NameOf(string programme) => FactWords.Programme(programmes.For(programme).Settings);

    private ViewResult Again(string complaint)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Table", new TablePage(Choices, complaint));
    }

    private static async Task<byte[]> ReadAsync(IFormFile? file)
    {
        if (file is null || file.Length == 0)
        {
            throw new InvalidDataException(S("Choose the file with the table."));
        }

        if (file.Length > LargestFile)
        {
            throw new InvalidDataException(S($"This file is larger than {LargestFile / 1024 / 1024} MB. Divide it."));
        }

        return await file.BytesAsync(CancellationToken.None);
    }
}

public sealed record TablePage(IReadOnlyList<Choice> Programmes, string? Complaint);

/// <param name="Kept">Name under which the table is kept until it is taken.</param>
public sealed record CheckedPage(ReferralTable Table, string Kept, string Programme, string ProgrammeName);

public sealed record TakenPage(BatchTaken Taken, string Kept, string Programme);
