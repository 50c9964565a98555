using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HumanitarianEntry.Casework.Data.Migrations.Sqlite
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
                foreach (var change in new[] { "UPDATE", "DELETE" })
                {
                    migrationBuilder.Sql($"CREATE TRIGGER \"TR_{table}_AppendOnly_{change}\" BEFORE {change} ON \"{table}\" BEGIN SELECT RAISE(ABORT, 'Rows of {table} are only added.'); END;");
                }
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Tables)
            {
                foreach (var change in new[] { "UPDATE", "DELETE" })
                {
                    migrationBuilder.Sql($"DROP TRIGGER \"TR_{table}_AppendOnly_{change}\";");
                }
            }
        }
    }
}
