using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HumanitarianEntry.Casework.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ProgrammeChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ProgrammeChange",
                table: "Cases",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "DefinitionDrafts",
                columns: table => new
                {
                    DefinitionId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Json = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Saves = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DefinitionDrafts", x => x.DefinitionId);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ChangeJson = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ChangeNumber = table.Column<int>(type: "int", nullable: true),
                    Decisions = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeProposals", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_CountryOfStay_ProgrammeChange",
                table: "Cases",
                columns: new[] { "CountryOfStay", "ProgrammeChange" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_DefinitionVersionId_ProgrammeChange",
                table: "Cases",
                columns: new[] { "DefinitionVersionId", "ProgrammeChange" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ProgrammeId_ProgrammeChange",
                table: "Cases",
                columns: new[] { "ProgrammeId", "ProgrammeChange" });

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeProposals_DecidedAt",
                table: "ProgrammeProposals",
                column: "DecidedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DefinitionDrafts");

            migrationBuilder.DropTable(
                name: "ProgrammeProposals");

            migrationBuilder.DropIndex(
                name: "IX_Cases_CountryOfStay_ProgrammeChange",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_DefinitionVersionId_ProgrammeChange",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_ProgrammeId_ProgrammeChange",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "ProgrammeChange",
                table: "Cases");
        }
    }
}
