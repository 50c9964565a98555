using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Data;

/// <summary>What only SQL Server needs to be told.</summary>
internal static class SqlServerModel
{
    public static void Apply(ModelBuilder builder)
    {
        // A clustered key may have 900 bytes there, a plain one 1700; a credential id may have 1023.
        builder.Entity<IdentityUserPasskey<Guid>>().HasKey(p => p.CredentialId).IsClustered(false);

        // With a trigger on the table SQL Server refuses the OUTPUT clause EF would use.
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => AppendOnlyTables.Rows.Contains(e.ClrType)).ToList())
        {
            builder.Entity(entity.ClrType).ToTable(t => t.HasTrigger($"TR_{entity.GetTableName()}_AppendOnly"));
        }
    }
}
