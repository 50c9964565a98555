using System.Text.Json;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Casework.Outbox;

/// <summary>What an outbox row asks for. Identifiers only.</summary>
/// <param name="To">Mail only: a staff id, or the case id for its applicant.</param>
/// <param name="Subject">Work only: e.g. the dossier version.</param>
/// <param name="Urgent">Mail only: true when it must not wait for others.</param>
public sealed record OutboxPayload(Guid AskedBy, string? Subject = null, Guid? To = null, string? Locale = null, bool? Urgent = null);

public static class OutboxRows
{
    public const string MailToStaff = "mail-to-staff";
    public const string MailToApplicant = "mail-to-applicant";

    /// <summary>Clocks of a case that could not be served when they were due.</summary>
    public const string ClocksOfCase = "clocks-of-case";

    /// <summary>Somebody typed the code for danger.</summary>
    public const string DangerCodeUsed = "danger-code-used";

    /// <summary>A list version was put in force; concerns every open case.</summary>
    public const string ScreenOpenCases = "screen-open-cases";

    /// <summary>Thresholds of the screening are proposed and must be tried out.</summary>
    public const string TryThresholds = "try-thresholds";

    /// <summary>A version of a register of units or incidents was put in force; concerns every open case.</summary>
    public const string ReadUnitsOfOpenCases = "read-units-of-open-cases";

    /// <summary>Something of a case is new by which the same person's other case can be found.</summary>
    public const string FindLikenesses = "find-likenesses";

    /// <summary>A file of the evidence was marked: other files that are the same or look like it are looked for.</summary>
    public const string FindLookalikes = "find-lookalikes";

    /// <summary>A row that is due later than this is not tried by itself any more: an operator must look.</summary>
    public static readonly DateTimeOffset OnlyByHand = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="listId">The version that was put in force.</param>
    public static OutboxRow OpenCases(Guid listId, DateTimeOffset now) =>
        new() { Id = Ids.New(), Kind = ScreenOpenCases, Payload = Write(new OutboxPayload(listId)), CreatedAt = now, DueAt = now };

    /// <param name="registerId">The version that was put in force.</param>
    public static OutboxRow Registers(Guid registerId, DateTimeOffset now) =>
        new() { Id = Ids.New(), Kind = ReadUnitsOfOpenCases, Payload = Write(new OutboxPayload(registerId)), CreatedAt = now, DueAt = now };

    public static OutboxRow Likenesses(Guid caseId, DateTimeOffset now)
    {
        var id = Ids.New();
        return new OutboxRow { Id = id, CaseId = caseId, Kind = FindLikenesses, Payload = Write(new OutboxPayload(id)), CreatedAt = now, DueAt = now };
    }

    /// <param name="item">Label of the evidence item.</param>
    public static OutboxRow Lookalikes(Guid caseId, string item, DateTimeOffset now)
    {
        var id = Ids.New();
        return new OutboxRow { Id = id, CaseId = caseId, Kind = FindLookalikes, Payload = Write(new OutboxPayload(id, item)), CreatedAt = now, DueAt = now };
    }

    public static OutboxRow Danger(Guid caseId, DateTimeOffset now)
    {
        var id = Ids.New();
        return new OutboxRow { Id = id, CaseId = caseId, Kind = DangerCodeUsed, Payload = Write(new OutboxPayload(id)), CreatedAt = now, DueAt = now };
    }

    /// <param name="code">What stood against it, from our own list.</param>
    public static OutboxRow Clocks(Guid caseId, string code, DateTimeOffset now, DateTimeOffset nextTry)
    {
        var id = Ids.New();
        return new OutboxRow { Id = id, CaseId = caseId, Kind = ClocksOfCase, Payload = Write(new OutboxPayload(id)), CreatedAt = now, DueAt = nextTry, Attempts = 1, LastErrorCode = code };
    }

    public static OutboxRow Work(Guid caseId, Guid actId, WorkRequest work, DateTimeOffset now) => new()
    {
        Id = Ids.New(),
        CaseId = caseId,
        Kind = Keys.Kebab(work.Kind.ToString()),
        Payload = Write(new OutboxPayload(actId, work.Subject)),
        CreatedAt = now,
        DueAt = now,
    };

    public static string Write(OutboxPayload payload) => JsonSerializer.Serialize(payload, DomainJson.Options);

    public static OutboxPayload Read(string payload) => JsonSerializer.Deserialize<OutboxPayload>(payload, DomainJson.Options) ?? throw new InvalidDataException("An outbox row has no payload.");
}
