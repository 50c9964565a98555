using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HumanitarianEntry.Casework.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TranslationJobs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "TranslationJobs",
                columns: table => new
                {
                    Number = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TranslatorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Compartment = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    State = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    From = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    To = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    Signs = table.Column<int>(type: "int", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TranslationJobs", x => x.Number);
                    table.ForeignKey(
                        name: "FK_TranslationJobs_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_TranslationJobs_CaseId",
                table: "TranslationJobs",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_TranslationJobs_TranslatorId_State",
                table: "TranslationJobs",
                columns: new[] { "TranslatorId", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TranslationJobs");
        }
    }
}
