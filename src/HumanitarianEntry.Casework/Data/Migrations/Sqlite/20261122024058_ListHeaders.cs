using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HumanitarianEntry.Casework.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ListHeaders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AssertingAuthority",
                table: "ScreeningLists",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Format",
                table: "ScreeningLists",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "GapsAccepted",
                table: "ScreeningLists",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "ScreeningLists",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Publisher",
                table: "ScreeningLists",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "VersionDate",
                table: "ScreeningLists",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AssertingAuthority",
                table: "ScreeningLists");

            migrationBuilder.DropColumn(
                name: "Format",
                table: "ScreeningLists");

            migrationBuilder.DropColumn(
                name: "GapsAccepted",
                table: "ScreeningLists");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "ScreeningLists");

            migrationBuilder.DropColumn(
                name: "Publisher",
                table: "ScreeningLists");

            migrationBuilder.DropColumn(
                name: "VersionDate",
                table: "ScreeningLists");
        }
    }
}
