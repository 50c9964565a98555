using HumanitarianEntry.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Sealing;

/// <summary>
/// The wrapped keys, apart from the case database (own file or own schema and connection) and left out of its backups: erasing a case means destroying its keys here.
/// </summary>
public abstract class KeyStoreContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Schema on the servers that have schemas.</summary>
    public const string Schema = "keystore";

    public DbSet<DataKeyRow> DataKeys => Set<DataKeyRow>();

    public DbSet<KeyTombstoneRow> Tombstones => Set<KeyTombstoneRow>();

    public DbSet<RootKeyRow> RootKeys => Set<RootKeyRow>();

    internal virtual WriteGate? Gate => null;

    /// <summary>Opens a write transaction, in turn on SQLite.</summary>
    public Task<CaseWrite> BeginWriteAsync(CancellationToken cancellationToken) => CaseWrite.BeginAsync(this, Gate, cancellationToken);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstantConverter>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.Entity<DataKeyRow>(b =>
        {
            b.ToTable("DataKeys");
            b.HasKey(k => k.KeyId);
            b.HasIndex(k => new { k.CaseId, k.Scope }).IsUnique();
            b.HasIndex(k => k.MasterKeyId);

            // A re-wrap that read the key before it was destroyed must not bring it back.
            b.Property(k => k.WrappedKey).IsConcurrencyToken();
        });
        modelBuilder.Entity<KeyTombstoneRow>(b =>
        {
            b.ToTable("KeyTombstones");
            b.HasKey(t => t.CaseId);
        });
        modelBuilder.Entity<RootKeyRow>(b =>
        {
            b.ToTable("RootKeys");
            b.Property(r => r.Id).ValueGeneratedNever();
        });
    }
}

/// <summary>The key store in a SQLite file of its own.</summary>
public sealed class SqliteKeyStoreContext(DbContextOptions<SqliteKeyStoreContext> options) : KeyStoreContext(options)
{
    internal override WriteGate Gate => WriteGate.For(Database.GetConnectionString()!);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosecondConverter>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasDefaultSchema(null);
    }
}

/// <summary>The key store in its own schema on SQL Server.</summary>
public sealed class SqlServerKeyStoreContext(DbContextOptions<SqlServerKeyStoreContext> options) : KeyStoreContext(options);

/// <summary>The key store in its own schema on PostgreSQL.</summary>
public sealed class PostgresKeyStoreContext(DbContextOptions<PostgresKeyStoreContext> options) : KeyStoreContext(options);
