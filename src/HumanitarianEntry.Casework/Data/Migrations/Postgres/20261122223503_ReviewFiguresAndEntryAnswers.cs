using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HumanitarianEntry.Casework.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReviewFiguresAndEntryAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "EntryAnswers",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Entry = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Codes = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryAnswers", x => new { x.CaseId, x.Entry });
                    table.ForeignKey(
                        name: "FK_EntryAnswers_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ReviewTallies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    First = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Second = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Panel = table.Column<bool>(type: "boolean", nullable: false),
                    Split = table.Column<bool>(type: "boolean", nullable: false),
                    Dissent = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewTallies", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EntryAnswers_Entry",
                table: "EntryAnswers",
                column: "Entry");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewTallies_Month",
                table: "ReviewTallies",
                column: "Month");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EntryAnswers");

            migrationBuilder.DropTable(
                name: "ReviewTallies");
        }
    }
}
