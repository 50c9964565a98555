using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HumanitarianEntry.Web.Shared.Fields;
using HumanitarianEntry.Web.Shared.Texts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Shell;

public sealed class FieldsTests(DemoPagesTests.DemoHost host) : IClassFixture<DemoPagesTests.DemoHost>
{
    [Fact]
    public async Task Styleguide_EveryControl_HasALabelAndItsHintsAndErrors()
    {
        var page = (await host.NewVisitor().GetAsync("/styleguide")).Document;
        foreach (var control in page.QuerySelectorAll("main form :is(input:not([type=hidden]), select, textarea)"))
        {
            Assert.NotNull(page.QuerySelector($"label[for='{control.Id}']"));
            foreach (string described in (control.GetAttribute("aria-describedby") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Assert.NotNull(page.GetElementById(described));
        }
    }

    [Fact]
    public async Task Styleguide_ErrorSummary_LeadsToTheFields()
    {
        var page = (await host.NewVisitor().GetAsync("/styleguide")).Document;
        var links = page.QuerySelectorAll(".error-summary a");

        Assert.Equal(2, links.Length);
        Assert.All(links, link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")!.TrimStart('#'))));
        Assert.Equal("true", page.QuerySelector("#Wrong")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Styleguide_ActKey_IsNewAtEveryRendering()
    {
        var visitor = host.NewVisitor();
        string? first = (await visitor.GetAsync("/styleguide")).Document.QuerySelector("input[name=__act]")?.GetAttribute("value");
        string? second = (await visitor.GetAsync("/styleguide")).Document.QuerySelector("input[name=__act]")?.GetAttribute("value");

        Assert.Matches("^[0-9a-f]{32}$", first);
        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData(null, null, null, null, true)]
    [InlineData(null, null, 2024, "2024", true)]
    [InlineData(null, 3, 2024, "2024-03", true)]
    [InlineData(29, 2, 2024, "2024-02-29", true)]
    [InlineData(29, 2, 2023, null, false)]
    [InlineData(5, null, 2024, null, false)]
    [InlineData(5, 3, null, null, false)]
    [InlineData(null, 13, 2024, null, false)]
    [InlineData(0, 3, 2024, null, false)]
    [InlineData(null, null, 24, null, false)]
    public void PartialDate_AnyPrecision_IsReadOrRefusedWithWords(int? day, int? month, int? year, string? iso, bool valid)
    {
        CultureInfo.CurrentUICulture = Languages.Culture("ru");
        using var services = new ServiceCollection().AddSingleton(TextCatalogue.FromAssembly()).AddSingleton<Texts>().BuildServiceProvider();
        var date = new PartialDateForm { Day = day, Month = month, Year = year };
        var faults = date.Validate(new ValidationContext(date, services, null)).ToList();

        Assert.Equal(iso, date.Iso);
        Assert.Equal(valid, faults.Count == 0);
        Assert.All(faults, fault => Assert.Matches(@"\p{IsCyrillic}", fault.ErrorMessage));
    }
}
