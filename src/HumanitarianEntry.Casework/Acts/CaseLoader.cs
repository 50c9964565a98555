using System.Collections.Immutable;
using System.Text.Json;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Deadlines;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Acts;

/// <summary>A case opened from the database: the facts, and the versions that the next writes follow.</summary>
public sealed record LoadedCase(CaseRow Row, CaseFile File, RunState Run, ImmutableDictionary<string, int> Versions)
{
    /// <summary>What starting the run set in motion; null for a case that exists already.</summary>
    public IReadOnlyList<Effect>? StartEffects { get; init; }
}

/// <summary>Puts the pure case file together from rows and sealed compartments.</summary>
public static class CaseLoader
{
    /// <param name="only">Compartments to open; null opens all. What is not opened stays empty in the file and must not be written.</param>
    public static async Task<LoadedCase> LoadAsync(CaseDbContext db, CaseKeys keys, CaseRow row, IReadOnlyCollection<Compartment>? only, CancellationToken cancellationToken)
    {
        var seats = await CaseReading.SeatsOf(db, row.Id).ToListAsync(cancellationToken);
        var open = only is null ? await CaseReading.OpenWaitsOf(db, row.Id).AsNoTracking().ToListAsync(cancellationToken) : [];
        var opened = await CompartmentStore.LoadAsync(db, keys, only?.Select(Keys.Of).ToList(), cancellationToken);
        return opened.Values.Aggregate(Of(row, seats, open), (loaded, found) => With(loaded, found.Compartment, found.Version, (file, compartment) => file.With(compartment, Read(compartment, found.Plain))));
    }

    /// <summary>A case as it is stored now, to be looked at and not written; null where there is none.</summary>
    /// <param name="only">Compartments to open; null opens all.</param>
    /// <exception cref="CaseErasedException">Its keys are destroyed.</exception>
    public static async Task<CaseFile?> ReadAsync(CaseDatabase cases, CompartmentSealer sealer, Guid caseId, IReadOnlyCollection<Compartment>? only, CancellationToken cancellationToken)
    {
        using var keys = await sealer.OpenAsync(caseId, cancellationToken);
        await using var db = cases.CreateDbContext();
        return await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, cancellationToken) is { } stored
            ? (await LoadAsync(db, keys, stored, only, cancellationToken)).File
            : null;
    }

    /// <summary>
    /// The case for an act. Its row and its open waits become part of the unit of work, where the act will change them; its compartments are opened when the act looks into them, as long as
    /// the keys are there.
    /// </summary>
    internal static LoadedCase Load(CaseDbContext db, CaseKeys keys, CaseRow row, StoredCase stored)
    {
        db.Entry(row).State = EntityState.Unchanged;
        foreach (var wait in stored.OpenWaits)
        {
            db.Entry(wait).State = EntityState.Unchanged;
        }

        return stored.Compartments.Aggregate(
            Of(row, stored.Seats, stored.OpenWaits),
            (loaded, found) => With(loaded, found.Compartment, found.Version, (file, compartment) => file.With(compartment, () => Read(compartment, CompartmentStore.Open(keys, found).Plain))));
    }

    private static LoadedCase Of(CaseRow row, IEnumerable<SeatRow> seats, IEnumerable<WaitRow> open)
    {
        var run = RunStateJson.Read(row.RunState);
        var told = open.ToDictionary(w => w.WaitId, CaseClocks.ToldOf, StringComparer.Ordinal);
        var position = RunPosition.Of(run);
        var file = new CaseFile
        {
            Id = row.Id,
            Reference = row.Reference,
            ProgrammeId = row.ProgrammeId,
            DefinitionVersionId = row.DefinitionVersionId,
            CountryOfStay = row.CountryOfStay ?? string.Empty,
            Priority = Enum.Parse<Priority>(row.Priority),
            OpenedAt = row.OpenedAt,
            ProgrammeChange = row.ProgrammeChange,
            Position = position with
            {
                Standstills = CaseClocks.Read(row.Standstills),
                Open = position.Open.ConvertAll(gate => gate with { Told = told.GetValueOrDefault(gate.WaitId!) }),
            },
            Assignments = [.. seats.Select(s => new Assignment(s.StaffId, Keys.Role(s.Role), TeamOf(s.OrganisationId, s.Team), s.Since) { Post = s.Post })],
        };

        return new LoadedCase(row, file, run, ImmutableDictionary<string, int>.Empty);
    }

    private static LoadedCase With(LoadedCase loaded, string key, int version, Func<CaseFile, Compartment, CaseFile> with) =>
        loaded with { File = with(loaded.File, Keys.Compartment(key)), Versions = loaded.Versions.Add(key, version) };

    /// <summary>Organisation and team as one word, by which "another team" is judged.</summary>
    public static string TeamOf(string organisation, string? team) => string.IsNullOrEmpty(team) ? organisation : $"{organisation}/{team}";

    public static byte[] Write(CompartmentFacts facts) => JsonSerializer.SerializeToUtf8Bytes(facts, facts.GetType(), DomainJson.Options);

    private static CompartmentFacts Read(Compartment compartment, byte[] plain) =>
        (CompartmentFacts?)JsonSerializer.Deserialize(plain, CaseFile.FactsOf(compartment), DomainJson.Options) ?? throw new InvalidDataException($"A stored compartment ({compartment}) is empty.");
}
