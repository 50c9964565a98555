using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HumanitarianEntry.Casework.Data.Migrations.SqlServer
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
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Condition",
                table: "StoredFiles",
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DaySeals",
                columns: table => new
                {
                    Day = table.Column<int>(type: "int", nullable: false),
                    Json = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Stamp = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    StampedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
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
