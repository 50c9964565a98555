using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.MilitaryUnits;

/// <summary>Reads and writes stored register versions.</summary>
internal static class RegisterRows
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string FileContext(Guid id) => $"military-register {id:N} file";

    /// <summary>Id of the version of each register in force. Two loaders at once may leave two; the later one counts.</summary>
    public static async Task<IReadOnlyDictionary<RegisterKind, Guid>> ActiveAsync(CaseDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.MilitaryRegisters.AsNoTracking().Where(r => r.Active).Select(r => new { r.Id, r.Kind, r.LoadedAt }).ToListAsync(cancellationToken);
        return rows.GroupBy(r => RegisterHeader.KindOf(r.Kind)).ToDictionary(g => g.Key, g => g.OrderByDescending(r => r.LoadedAt).ThenBy(r => r.Id).First().Id);
    }

    public static byte[] Seal(InstallationSealer sealer, Guid id, IReadOnlyList<RegisterEntry> entries) =>
        sealer.Seal(EntriesContext(id), entries.All(e => e is UnitEntry) ? JsonSerializer.SerializeToUtf8Bytes(entries.Cast<UnitEntry>(), Json) : JsonSerializer.SerializeToUtf8Bytes(entries.Cast<IncidentEntry>(), Json));

    /// <exception cref="InvalidDataException">Entries are missing or cannot be read: half a register is never used.</exception>
    public static async Task<(MilitaryRegisterRow Row, IReadOnlyList<RegisterEntry> Entries)> ReadAsync(CaseDbContext db, InstallationSealer sealer, Guid id, CancellationToken cancellationToken)
    {
        var row = await db.MilitaryRegisters.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken);
        try
        {
            var json = sealer.Open(EntriesContext(row.Id), row.SealedEntries);
            IReadOnlyList<RegisterEntry> entries = RegisterHeader.KindOf(row.Kind) switch
            {
                RegisterKind.Units => JsonSerializer.Deserialize<List<UnitEntry>>(json, Json) ?? [],
                RegisterKind.Incidents => JsonSerializer.Deserialize<List<IncidentEntry>>(json, Json) ?? [],
            };
            return entries.Count == row.EntryCount ? (row, entries) : throw new InvalidDataException($"Register {row.Kind} has {entries.Count} entries instead of {row.EntryCount}.");
        }
        catch (Exception broken) when (broken is JsonException or SealBrokenException)
        {
            throw new InvalidDataException($"Register {row.Kind}, version {row.Version}, cannot be read.", broken);
        }
    }

    private static string EntriesContext(Guid id) => $"military-register {id:N} entries";
}
