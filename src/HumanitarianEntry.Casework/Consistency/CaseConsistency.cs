using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Appointments;
using HumanitarianEntry.Casework.Assignments;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.LegalSituation;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Casework.Translations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Notices.Inside;
using HumanitarianEntry.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Consistency;

/// <summary>Something in a case that does not fit the rest of it. Identifiers only, no fact about a person.</summary>
public sealed record CaseFault(Guid CaseId, string Reference, string What);

/// <summary>
/// Holds everything that is stored of a case against what its acts make when they are done again from nothing: position, facts, waits, clocks, notices, mails, work, disclosures.
/// For installations whose programmes and accounts are those under which the acts were done (soaks, tests): who was told while nobody had taken a role is worked out from the accounts.
/// </summary>
public sealed class CaseConsistency(CaseDatabase cases, CompartmentSealer sealer, AuditVerifier audit, ProgrammeLibrary programmes, InsideTexts texts, CaseFiles files)
{
    /// <summary>All faults of all cases; also how many cases were looked at.</summary>
    public async Task<(int Cases, IReadOnlyList<CaseFault> Faults)> CheckAllAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.Cases.AsNoTracking().OrderBy(c => c.Id).ToListAsync(cancellationToken);
        var faults = new List<CaseFault>();
        foreach (var row in rows)
        {
            faults.AddRange((await CheckAsync(row.Id, cancellationToken)).Select(what => new CaseFault(row.Id, row.Reference, what)));
        }

        return (rows.Count, faults);
    }

    /// <summary>What is wrong with one case, one sentence each.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId, cancellationToken);
        if (await audit.VerifyCaseAsync(caseId, cancellationToken) is { } broken)
        {
            return [$"audit chain broken at entry {broken.Sequence}: {broken.Reason}"];
        }

        // Of an erased case nothing can be done again; that its chain is whole is all that can be held against anything.
        if (await sealer.TombstoneAsync(caseId, cancellationToken) is not null)
        {
            return [];
        }

        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.CaseId == caseId).OrderBy(e => e.Sequence).ToListAsync(cancellationToken);
        var acts = await db.Acts.AsNoTracking().Where(a => a.CaseId == caseId).ToListAsync(cancellationToken);
        var paired = Paired(entries, acts);
        if (paired is null)
        {
            return [$"{acts.Count} acts and {entries.Count} audit entries do not belong together one to one"];
        }

        using var keys = await sealer.OpenAsync(caseId, cancellationToken);
        var teams = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => CaseLoader.TeamOf(u.OrganisationId, u.Team), cancellationToken);
        List<RebuiltAct> rebuilt;
        try
        {
            rebuilt = [.. CaseRebuild.Run(row, paired, keys, programmes, id => teams[id])];
        }
        catch (RunRefusedException refused)
        {
            return [$"the acts cannot be done again: {refused.Message}"];
        }

        var loaded = await CaseLoader.LoadAsync(db, keys, row, null, cancellationToken);
        return
        [
            .. rebuilt.Where(a => a.Blockers.Count > 0).Select(a => $"act {a.Row.Kind} was done against {a.Blockers[0].Code}"),
            .. RowFaults(row, rebuilt),
            .. FactFaults(loaded, rebuilt[^1].File),
            .. CaseFilters.Faults(row, loaded.File),
            .. PostColumn.Faults(row, loaded.File),
            .. await AppointmentRows.FaultsAsync(db, loaded.File, cancellationToken),
            .. await TranslationRows.FaultsAsync(db, loaded.File, cancellationToken),
            .. await LegalDayRows.FaultsAsync(db, loaded.File, programmes.Current.HostRulesIn(loaded.File.CountryOfStay), cancellationToken),
            .. await VersionFaultsAsync(db, caseId, rebuilt, cancellationToken),
            .. await WaitFaultsAsync(db, row, rebuilt, cancellationToken),
            .. await TellingCheck.FaultsAsync(db, row, rebuilt, texts, cancellationToken),
            .. await FileFaultsAsync(loaded.File, cancellationToken),
        ];
    }

    /// <summary>Every act beside its audit entry; null when one has no other half.</summary>
    private static List<(AuditEntryRow Entry, ActRow Row)>? Paired(List<AuditEntryRow> entries, List<ActRow> acts)
    {
        var open = new List<ActRow>(acts);
        var paired = new List<(AuditEntryRow, ActRow)>();
        foreach (var entry in entries)
        {
            if (open.Find(a => a.At == entry.At && a.Kind == entry.ActKind && a.ActorId == entry.ActorId) is not { } act)
            {
                return null;
            }

            open.Remove(act);
            paired.Add((entry, act));
        }

        return open.Count == 0 && paired.Count > 0 ? paired : null;
    }

    private static IEnumerable<string> RowFaults(CaseRow row, List<RebuiltAct> acts)
    {
        var last = acts[^1];
        if (RunStateJson.Write(RunStateJson.Read(row.RunState)) != RunStateJson.Write(last.Run))
        {
            yield return $"the run stands at [{string.Join(", ", RunStateJson.Read(row.RunState).Position)}], its acts lead to [{string.Join(", ", last.Run.Position)}] or to other variables";
        }

        if (row.State != last.File.Position.State.ToString())
        {
            yield return $"state {row.State}, its acts lead to {last.File.Position.State}";
        }

        if (row.ConcurrencyVersion != acts.Count - 1)
        {
            yield return $"version {row.ConcurrencyVersion} after {acts.Count} acts";
        }

        if (row.UpdatedAt != last.Row.At)
        {
            yield return "changed at another moment than its last act";
        }

        if ((row.CountryOfStay ?? string.Empty, row.Priority) != (last.File.CountryOfStay, last.File.Priority.ToString()))
        {
            yield return "country or priority are not what the acts made them";
        }

        foreach (var (earlier, later) in acts.Zip(acts.Skip(1)).Where(p => p.Second.Row.At < p.First.Row.At))
        {
            yield return $"act {later.Row.Kind} follows {earlier.Row.Kind} in the chain and was earlier";
        }
    }

    private static IEnumerable<string> FactFaults(LoadedCase loaded, CaseFile rebuilt) => Enum.GetValues<Compartment>()
        .Where(c => !CaseLoader.Write(loaded.File[c]).AsSpan().SequenceEqual(CaseLoader.Write(rebuilt[c])))
        .Select(c => $"the facts of {Keys.Of(c)} are not what the acts made them")
        .Concat(loaded.File.Assignments.Select(a => (a.StaffId, a.Role)).ToHashSet().SetEquals(rebuilt.Assignments.Select(a => (a.StaffId, a.Role))) ? [] : ["assignments are not what the acts made them"]);

    private static async Task<IEnumerable<string>> VersionFaultsAsync(CaseDbContext db, Guid caseId, List<RebuiltAct> acts, CancellationToken cancellationToken)
    {
        var stored = await db.CompartmentVersions.AsNoTracking().Where(v => v.CaseId == caseId).Select(v => new { v.Compartment, v.Version, v.ActId }).ToListAsync(cancellationToken);
        var expected = acts.SelectMany(a => a.Written.Select(c => (Compartment: Keys.Of(c), a.Row.ActId)))
            .GroupBy(w => w.Compartment, StringComparer.Ordinal).SelectMany(g => g.Select((w, i) => (w.Compartment, Version: i + 1, w.ActId))).ToHashSet();
        return expected.SetEquals(stored.Select(v => (v.Compartment, v.Version, v.ActId))) ? [] : [$"{stored.Count} versions of compartments, {expected.Count} by the acts, or not by the same acts"];
    }

    private static async Task<IEnumerable<string>> WaitFaultsAsync(CaseDbContext db, CaseRow row, List<RebuiltAct> acts, CancellationToken cancellationToken)
    {
        var run = acts[^1].Run;
        var standing = Family.Waits(run).ToList();
        var waits = await db.Waits.AsNoTracking().Where(w => w.CaseId == row.Id && !w.Kind.StartsWith(LegalDayRows.Prefix)).ToListAsync(cancellationToken);
        var timers = await db.Timers.AsNoTracking().Where(t => t.CaseId == row.Id).ToListAsync(cancellationToken);
        var opened = acts.SelectMany(a => a.StartEffects.Concat(a.Effects)).OfType<WaitOpened>().Select(w => w.Wait.Id).ToList();
        var faults = new List<string>();
        if (opened.Distinct(StringComparer.Ordinal).Count() != opened.Count || !opened.ToHashSet(StringComparer.Ordinal).SetEquals(waits.Select(w => w.WaitId)))
        {
            faults.Add($"waits [{string.Join(", ", waits.Select(w => w.WaitId))}], opened by the acts were [{string.Join(", ", opened)}]");
        }

        var stillOpen = waits.Where(w => w.ClosedAt is null).Select(w => w.WaitId).ToHashSet(StringComparer.Ordinal);
        if (!stillOpen.SetEquals(standing.Select(w => w.Id)))
        {
            faults.Add($"open waits [{string.Join(", ", stillOpen)}], the run waits for [{string.Join(", ", standing.Select(w => w.Id))}]");
        }

        var armed = timers.Where(t => t.FiredAt is null).Select(t => (t.WaitId, t.DueAt)).ToHashSet();
        var wanted = standing.Where(w => w.Kind == WaitKind.Timer && (!run.IsPaused || w.NeverPauses)).Select(w => (w.Id, w.DueAt!.Value.Stored())).ToHashSet();
        if (!armed.SetEquals(wanted))
        {
            faults.Add($"armed clocks [{string.Join(", ", armed)}], the run has [{string.Join(", ", wanted)}]");
        }

        return faults;
    }

    private async Task<IEnumerable<string>> FileFaultsAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        foreach (var version in file.Dossier.Versions)
        {
            var stored = await files.OpenAsync(file.Id, version.FileId, cancellationToken);
            if (stored is not { } whole)
            {
                faults.Add($"dossier version {version.Version} has no stored file");
                continue;
            }

            await using var content = whole.Content;
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }

        return faults;
    }
}
