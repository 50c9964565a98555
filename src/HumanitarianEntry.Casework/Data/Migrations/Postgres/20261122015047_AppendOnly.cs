using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HumanitarianEntry.Casework.Data.Migrations.Postgres
{
    /// <summary>Written by hand: triggers that let nobody change or remove rows that are only added.</summary>
    public partial class AppendOnly : Migration
    {
        private static readonly string[] Tables = ["CompartmentVersions", "Acts", "AuditEntries", "ReadLog", "Disclosures", "Settings"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'Rows of % are only added.', TG_TABLE_NAME; END $$;");
            foreach (var table in Tables)
            {
                migrationBuilder.Sql($"CREATE TRIGGER \"TR_{table}_AppendOnly\" BEFORE UPDATE OR DELETE OR TRUNCATE ON \"{table}\" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Tables)
            {
                migrationBuilder.Sql($"DROP TRIGGER \"TR_{table}_AppendOnly\" ON \"{table}\";");
            }

            migrationBuilder.Sql("DROP FUNCTION refuse_change();");
        }
    }
}
