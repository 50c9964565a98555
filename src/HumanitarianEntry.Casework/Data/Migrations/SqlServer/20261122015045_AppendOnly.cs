using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HumanitarianEntry.Casework.Data.Migrations.SqlServer
{
    /// <summary>Written by hand: triggers that let nobody change or remove rows that are only added.</summary>
    public partial class AppendOnly : Migration
    {
        private static readonly string[] Tables = ["CompartmentVersions", "Acts", "AuditEntries", "ReadLog", "Disclosures", "Settings"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Tables)
            {
                migrationBuilder.Sql($"EXEC('CREATE TRIGGER [TR_{table}_AppendOnly] ON [{table}] INSTEAD OF UPDATE, DELETE AS BEGIN THROW 50001, ''Rows of {table} are only added.'', 1; END')");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Tables)
            {
                migrationBuilder.Sql($"DROP TRIGGER [TR_{table}_AppendOnly]");
            }
        }
    }
}
