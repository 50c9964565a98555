using System.Globalization;
using System.Xml.Linq;
using HumanitarianEntry.Dossiers.Images;
using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers;

public sealed class TimelineDrawingTests
{
    private static readonly DateOnly Invasion = new(2022, 2, 24);

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    public void Svg_ManyItemsAndCrowdedMarks_NoWordsMeetAndNoneLeaveTheGround(int items)
    {
        var drawing = Draw(items, [.. Enumerable.Range(0, 6).Select(i => new TimelineMark($"A rather long label {i}", Invasion.AddMonths(i)))]);
        var size = drawing.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
        var words = drawing.Elements().Where(e => e.Name.LocalName == "text" && e.Attribute("aria-hidden") is null && e.Attribute("text-anchor") is null)
            .Select(e => (X: Number(e.Attribute("x")!.Value), Y: Number(e.Attribute("y")!.Value), Width: e.Value.Length * 5.9, e.Value)).ToList();

        Assert.Equal(items + 6 + 3, words.Count);
        Assert.All(words, w => Assert.True(w.X >= 0 && w.X + w.Width <= size[2] + 2 && w.Y > 0 && w.Y < size[3], w.Value));
        Assert.All(words.SelectMany((w, i) => words.Skip(i + 1).Select(o => (w, o))), p => Assert.False(
            Math.Abs(p.w.Y - p.o.Y) < 11 && p.w.X < p.o.X + p.o.Width && p.o.X < p.w.X + p.w.Width, $"{p.w.Value} meets {p.o.Value}"));
    }

    [Fact]
    public void Svg_AnyFigure_HasTitleAndDescriptionAndNothingForeign()
    {
        var drawing = Draw(2, [new TimelineMark("A <b>&", Invasion)]);

        Assert.Equal(("title", "desc"), (drawing.Elements().First().Name.LocalName, drawing.Elements().ElementAt(1).Name.LocalName));
        Assert.DoesNotContain(drawing.DescendantsAndSelf(), e => e.Name.LocalName is not ("svg" or "title" or "desc" or "rect" or "path" or "text" or "circle") || e.Attributes().Any(a => a.Name.LocalName is "style" or "href"));
    }

    private static XElement Draw(int items, TimelineMark[] marks) => XElement.Parse(TimelineDrawing.Svg(new TimelineFigure
    {
        Rows = [.. Enumerable.Range(0, items).Select(i => new TimelineRow($"E{i + 1}  Publication of some length", Invasion.AddDays(i * 30), Invasion.AddDays((i * 30) + (i % 3 == 0 ? 60 : 0)), (TimelineSign)(i % 5)))],
        Marks = marks,
        Gaps = [new TimelineGap(Invasion.AddMonths(1), Invasion.AddMonths(9), "8 months")],
        Shaded = (Invasion, Invasion.AddMonths(9)),
        Legend = [(TimelineSign.Full, "two"), (TimelineSign.Half, "one")],
        Title = "Title", Description = "Description",
    }));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
