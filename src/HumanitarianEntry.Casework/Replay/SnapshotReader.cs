using System.Diagnostics;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>Looks at the whole case after each step, and remembers what was there before.</summary>
internal sealed class SnapshotReader(ReplayWorld world)
{
    private readonly HashSet<Guid> seen = [];

    public async Task<Snapshot> ReadAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await using var db = world.Cases.CreateDbContext();
        var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId, cancellationToken);
        using var keys = await world.Services.GetRequiredService<CompartmentSealer>().OpenAsync(caseId, cancellationToken);
        var loaded = await CaseLoader.LoadAsync(db, keys, row, null, cancellationToken);
        var notices = await db.InsideNotices.AsNoTracking().Where(n => n.CaseId == caseId).ToListAsync(cancellationToken);
        var mails = await db.Outbox.AsNoTracking().Where(o => o.CaseId == caseId && (o.Kind == OutboxRows.MailToStaff || o.Kind == OutboxRows.MailToApplicant)).ToListAsync(cancellationToken);
        return new Snapshot
        {
            Row = row,
            File = loaded.File,
            Programme = world.Services.GetRequiredService<ProgrammeLibrary>().For(row.ProgrammeId),
            NewNotices = notices.FindAll(n => seen.Add(n.Id)),
            NewMails = [.. mails.Where(m => seen.Add(m.Id)).Select(m => m.Kind == OutboxRows.MailToApplicant ? "applicant" : world.KeyOf(OutboxRows.Read(m.Payload).To!.Value))],
            OpenWaits = await db.Waits.AsNoTracking().Where(w => w.CaseId == caseId && w.ClosedAt == null && w.Gate != null).ToListAsync(cancellationToken),
            ArmedTimers = await db.Timers.AsNoTracking().Where(t => t.CaseId == caseId && t.FiredAt == null).ToListAsync(cancellationToken),
            Disclosures = await db.Disclosures.CountAsync(d => d.CaseId == caseId, cancellationToken),
            Fault = await world.Services.GetRequiredService<AuditVerifier>().VerifyCaseAsync(caseId, cancellationToken),
            KeyOf = world.KeyOf,
            DossierText = () => DossierTextAsync(loaded.File, cancellationToken),
        };
    }

    /// <summary>The case's version, by which a refused act is shown to have changed nothing.</summary>
    public async Task<(long Version, long Audit)> VersionAsync(Guid? caseId, CancellationToken cancellationToken)
    {
        await using var db = world.Cases.CreateDbContext();
        return await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, cancellationToken) is { } row ? (row.ConcurrencyVersion, row.AuditSequence) : (0, 0);
    }

    /// <summary>Writes every dossier of the case into the folder and returns the path of the newest.</summary>
    public async Task<string?> SaveDossiersAsync(CaseFile file, string folder, CancellationToken cancellationToken)
    {
        string? newest = null;
        foreach (var version in file.Dossier.Versions)
        {
            var stored = await world.Services.GetRequiredService<CaseFiles>().OpenAsync(file.Id, version.FileId, cancellationToken)
                ?? throw new InvalidOperationException($"Dossier version {version.Version} has no stored file.");
            newest = Path.Combine(folder, $"dossier-v{version.Version}-{version.Language}.pdf");
            await using var content = stored.Content;
            await using var pdf = File.Create(newest);
            await content.CopyToAsync(pdf, cancellationToken);
        }

        return newest;
    }

    private async Task<string> DossierTextAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("he-dossier-").FullName;
        try
        {
            var pdf = await SaveDossiersAsync(file, folder, cancellationToken);
            using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", "-layout", pdf!, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })
                ?? throw new InvalidOperationException("pdftotext could not be started.");
            var text = await reader.StandardOutput.ReadToEndAsync(cancellationToken);
            await reader.WaitForExitAsync(cancellationToken);
            return reader.ExitCode == 0 ? text : throw new InvalidOperationException("pdftotext could not read the dossier.");
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException("The words of a dossier are read with pdftotext (package poppler-utils), which is not installed.", missing);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
