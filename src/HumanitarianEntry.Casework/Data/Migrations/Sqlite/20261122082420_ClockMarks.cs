using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HumanitarianEntry.Casework.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ClockMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Timers_FiredAt_DueAt",
                table: "Timers");

            migrationBuilder.AddColumn<string>(
                name: "MarkTold",
                table: "Waits",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NextMarkAt",
                table: "Waits",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NextDayMarkAt",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Standstills",
                table: "Cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Waits_NextMarkAt_CaseId_WaitId",
                table: "Waits",
                columns: new[] { "NextMarkAt", "CaseId", "WaitId" },
                filter: "\"NextMarkAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Timers_DueAt_CaseId_WaitId",
                table: "Timers",
                columns: new[] { "DueAt", "CaseId", "WaitId" },
                filter: "\"FiredAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_NextDayMarkAt_Id",
                table: "Cases",
                columns: new[] { "NextDayMarkAt", "Id" },
                filter: "\"NextDayMarkAt\" IS NOT NULL");

            // Gates and cases from before this version are looked at once by the sweeps, which then arm their true time; what stands still is armed when it goes on.
            migrationBuilder.Sql("UPDATE \"Waits\" SET \"NextMarkAt\" = \"OpenedAt\" WHERE \"ClosedAt\" IS NULL AND \"Gate\" IS NOT NULL AND \"DueAt\" IS NOT NULL AND \"CaseId\" IN (SELECT \"Id\" FROM \"Cases\" WHERE \"SidePath\" IS NULL)");
            migrationBuilder.Sql("UPDATE \"Cases\" SET \"NextDayMarkAt\" = \"OpenedAt\" WHERE \"Outcome\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Waits_NextMarkAt_CaseId_WaitId",
                table: "Waits");

            migrationBuilder.DropIndex(
                name: "IX_Timers_DueAt_CaseId_WaitId",
                table: "Timers");

            migrationBuilder.DropIndex(
                name: "IX_Cases_NextDayMarkAt_Id",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "MarkTold",
                table: "Waits");

            migrationBuilder.DropColumn(
                name: "NextMarkAt",
                table: "Waits");

            migrationBuilder.DropColumn(
                name: "NextDayMarkAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Standstills",
                table: "Cases");

            migrationBuilder.CreateIndex(
                name: "IX_Timers_FiredAt_DueAt",
                table: "Timers",
                columns: new[] { "FiredAt", "DueAt" });
        }
    }
}
