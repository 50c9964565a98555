using HumanitarianEntry.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Sealing;

/// <summary>Reads the wrapped keys of one case: what every act begins with.</summary>
internal sealed class KeyReading
{
    private const string Mark = "HumanitarianEntry:KeyReading";
    private readonly JoinedQueries query;
    private volatile RowReader<DataKeyRow>? rows;

    private KeyReading(KeyStoreContext db)
    {
        var caseId = Guid.Empty;
        query = new JoinedQueries(db.DataKeys.Where(k => k.CaseId == caseId));
    }

    public static async Task<List<DataKeyRow>> ReadAsync(KeyStoreContext db, Guid caseId, CancellationToken cancellationToken)
    {
        var reading = db.Model.GetOrAddRuntimeAnnotationValue(Mark, static db => new KeyReading(db!), db);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = reading.query.Command(db, (nameof(caseId), caseId));
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            reading.rows ??= RowReader<DataKeyRow>.For(reader, db.Model.FindEntityType(typeof(DataKeyRow))!);
            return await reading.rows.ListAsync(reader, cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
