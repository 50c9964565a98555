using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Notices.Inside;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>A person's own case as he may see it.</summary>
/// <param name="Programme">Null only in an empty space that stands for no case.</param>
/// <param name="File">Cut to <see cref="ApplicantFile"/>.</param>
/// <param name="Notices">What he was told inside, newest first; words come from the inside texts for the audience "applicant".</param>
public sealed record OwnCase(CaseFile File, Programme? Programme, OwnStatus Status, IReadOnlyList<InboxNotice> Notices)
{
    /// <summary>The clock he looks at. Taken from the safe-contact plan, which itself is not part of what is shown to him.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
}

/// <summary>Opens a case for the person it is about. The look is written to the read log like any other.</summary>
public sealed class OwnCases(CaseDatabase cases, CompartmentSealer sealer, ProgrammeLibrary programmes, ReadLogWriter reads, Inbox inbox, InsideTexts texts, TimeProvider time)
{
    /// <returns>Null when there is no such case, or when it was erased.</returns>
    public async Task<OwnCase?> OpenAsync(Guid caseId, string purpose, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, cancellationToken) is not { } row
            || await sealer.TombstoneAsync(caseId, cancellationToken) is not null)
        {
            return null;
        }

        using var keys = await sealer.OpenAsync(caseId, cancellationToken);
        var whole = (await CaseLoader.LoadAsync(db, keys, row, ApplicantFile.Opened, cancellationToken)).File;
        var file = ApplicantFile.Of(whole);
        await reads.WriteAsync([.. ApplicantFile.Opened.Select(c => new ReadEntry { At = time.GetUtcNow(), ActorId = caseId, CaseId = caseId, Compartment = Keys.Of(c), Purpose = purpose })], cancellationToken);
        var notices = await inbox.ReadAsync(new Actor(caseId, Role.Applicant, Keys.Of(Role.Applicant)), cancellationToken);
        return new OwnCase(file, programmes.For(row.ProgrammeId), OwnStatus.Of(file, notices, texts.Participants), notices) { Zone = PersonClock.Of(whole) };
    }
}
