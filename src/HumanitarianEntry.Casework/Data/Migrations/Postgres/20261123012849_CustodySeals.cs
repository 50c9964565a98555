using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HumanitarianEntry.Casework.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CustodySeals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "CheckedAt",
                table: "StoredFiles",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Condition",
                table: "StoredFiles",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DaySeals",
                columns: table => new
                {
                    Day = table.Column<int>(type: "integer", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false),
                    Stamp = table.Column<byte[]>(type: "bytea", nullable: true),
                    StampedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DaySeals", x => x.Day);
                });

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_CheckedAt",
                table: "StoredFiles",
                column: "CheckedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DaySeals");

            migrationBuilder.DropIndex(
                name: "IX_StoredFiles_CheckedAt",
                table: "StoredFiles");

            migrationBuilder.DropColumn(
                name: "CheckedAt",
                table: "StoredFiles");

            migrationBuilder.DropColumn(
                name: "Condition",
                table: "StoredFiles");
        }
    }
}
