using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HumanitarianEntry.Casework.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class HandOversAbsencesAndFilters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "TimeZone",
                table: "DeskSettings",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(64)",
                oldMaxLength: 64);

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedTies",
                table: "DeskSettings",
                type: "bytea",
                maxLength: 8192,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Alarm",
                table: "Cases",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "Cases",
                type: "character varying(8)",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "StayEndsAt",
                table: "Cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StandInId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HandOvers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromStaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToStaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandOvers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HandOvers_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "SavedFilters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Query = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedFilters", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OwningOrg_StayEndsAt",
                table: "Cases",
                columns: new[] { "OwningOrg", "StayEndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_WelfareCheckDueAt",
                table: "Cases",
                column: "WelfareCheckDueAt",
                filter: "\"WelfareCheckDueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_StaffId_Until",
                table: "Absences",
                columns: new[] { "StaffId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_StandInId_Until",
                table: "Absences",
                columns: new[] { "StandInId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_HandOvers_CaseId",
                table: "HandOvers",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_HandOvers_FromStaffId_AskedAt",
                table: "HandOvers",
                columns: new[] { "FromStaffId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_HandOvers_ToStaffId_State",
                table: "HandOvers",
                columns: new[] { "ToStaffId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedFilters_StaffId_Name",
                table: "SavedFilters",
                columns: new[] { "StaffId", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "HandOvers");

            migrationBuilder.DropTable(
                name: "SavedFilters");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OwningOrg_StayEndsAt",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_WelfareCheckDueAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "SealedTies",
                table: "DeskSettings");

            migrationBuilder.DropColumn(
                name: "Alarm",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "StayEndsAt",
                table: "Cases");

            migrationBuilder.AlterColumn<string>(
                name: "TimeZone",
                table: "DeskSettings",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "character varying(64)",
                oldMaxLength: 64,
                oldNullable: true);
        }
    }
}
