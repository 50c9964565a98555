using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HumanitarianEntry.Casework.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PostsAndLateTranslations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "LateOn",
                table: "TranslationJobs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Handed",
                table: "Cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Post",
                table: "Assignments",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            // Orders of before have a day as well.
            migrationBuilder.Sql("UPDATE \"TranslationJobs\" SET \"LateOn\" = date(\"DueOn\", '+1 day') WHERE \"State\" IN ('Ordered', 'Taken', 'SentBack')");

            migrationBuilder.CreateIndex(
                name: "IX_TranslationJobs_LateOn_Number",
                table: "TranslationJobs",
                columns: new[] { "LateOn", "Number" },
                filter: "\"LateOn\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TranslationJobs_LateOn_Number",
                table: "TranslationJobs");

            migrationBuilder.DropColumn(
                name: "LateOn",
                table: "TranslationJobs");

            migrationBuilder.DropColumn(
                name: "Handed",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Post",
                table: "Assignments");
        }
    }
}
