using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HumanitarianEntry.Casework.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FileMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FileMarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileMarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FileMarks_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "FileMarkBands",
                columns: table => new
                {
                    Band = table.Column<long>(type: "INTEGER", nullable: false),
                    MarkId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileMarkBands", x => new { x.Band, x.MarkId });
                    table.ForeignKey(
                        name: "FK_FileMarkBands_FileMarks_MarkId",
                        column: x => x.MarkId,
                        principalTable: "FileMarks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FileMarkBands_MarkId",
                table: "FileMarkBands",
                column: "MarkId");

            migrationBuilder.CreateIndex(
                name: "IX_FileMarks_CaseId_FileId",
                table: "FileMarks",
                columns: new[] { "CaseId", "FileId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FileMarkBands");

            migrationBuilder.DropTable(
                name: "FileMarks");
        }
    }
}
