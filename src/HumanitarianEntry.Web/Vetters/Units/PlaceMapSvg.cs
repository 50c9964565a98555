using System.Globalization;
using System.Xml.Linq;
using static HumanitarianEntry.Web.Vetters.Units.TimelineSvg;

namespace HumanitarianEntry.Web.Vetters.Units;

/// <summary>A place on the map.</summary>
/// <param name="Mark">Stands on the point and in the table below.</param>
/// <param name="IsIncident">A diamond; garrisons are squares.</param>
public sealed record MapPlace(string Mark, string Name, double Latitude, double Longitude, bool IsIncident);

/// <summary>
/// A plain figure of places: points by their degrees in an equirectangular frame, true to scale at its middle latitude, with a graticule. No outline of any country and nothing from outside.
/// </summary>
public static class PlaceMapSvg
{
    private const int Width = 640;
    private const int Margin = 46;
    private const double EarthRadius = 6371.0;

    /// <param name="title">Says what is drawn; read by screen readers in place of the drawing.</param>
    /// <param name="ways">Pairs of places whose distance is shown, by index.</param>
    public static XElement Draw(string title, IReadOnlyList<MapPlace> places, IReadOnlyList<(int From, int To)> ways)
    {
        var frame = new Frame(places);
        return new XElement(
            Svg + "svg",
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {N(frame.Height)}")), new XAttribute("width", Width), new XAttribute("height", N(frame.Height)),
            new XAttribute("role", "img"), new XAttribute("aria-label", title), new XAttribute("font-family", "sans-serif"),
            Rect(0, 0, Width, frame.Height, "#ffffff", "#9ca3af"),
            frame.Graticule(),
            ways.SelectMany(w => Way(places[w.From], places[w.To], frame)),
            places.SelectMany(p => Point(p, frame)));
    }

    /// <summary>Kilometres along the great circle.</summary>
    public static double Distance(MapPlace one, MapPlace other)
    {
        var (a, b) = (Radians(one.Latitude), Radians(other.Latitude));
        var half = Math.Pow(Math.Sin((b - a) / 2), 2) + (Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(Radians(other.Longitude - one.Longitude) / 2), 2));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    public static string Kilometres(double distance) => (distance < 10 ? distance.ToString("0.#", CultureInfo.InvariantCulture) : Math.Round(distance).ToString("0", CultureInfo.InvariantCulture)) + " km";

    private static IEnumerable<XElement> Way(MapPlace from, MapPlace to, Frame frame)
    {
        var line = Line(frame.X(from.Longitude), frame.Y(from.Latitude), frame.X(to.Longitude), frame.Y(to.Latitude), "#4b5563", "1.2");
        line.Add(new XAttribute("stroke-dasharray", "2 4"));
        yield return line;
        yield return Text(Kilometres(Distance(from, to)), (frame.X(from.Longitude) + frame.X(to.Longitude)) / 2, ((frame.Y(from.Latitude) + frame.Y(to.Latitude)) / 2) - 4, "11", "middle");
    }

    private static IEnumerable<XElement> Point(MapPlace place, Frame frame)
    {
        var (x, y) = (frame.X(place.Longitude), frame.Y(place.Latitude));
        yield return place.IsIncident ? Diamond(x, y, "#7a1f1f") : Rect(x - 5, y - 5, 10, 10, "#1d4e89", "#1d4e89");
        var name = place.Name.Length > 26 ? place.Name[..25] + "…" : place.Name;
        yield return x > Width * 0.6 ? Text($"{place.Mark} {name}", x - 10, y + 4, "12", "end") : Text($"{place.Mark} {name}", x + 10, y + 4, "12", "start");
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private sealed class Frame
    {
        private readonly double south;
        private readonly double west;
        private readonly double north;
        private readonly double east;
        private readonly double scale;
        private readonly double narrow;

        public Frame(IReadOnlyList<MapPlace> places)
        {
            var (low, high, left, right) = (places.Min(p => p.Latitude), places.Max(p => p.Latitude), places.Min(p => p.Longitude), places.Max(p => p.Longitude));
            narrow = Math.Max(0.1, Math.Cos(Radians((low + high) / 2)));
            var (tall, wide) = (Math.Max(0.3, (high - low) * 1.3), Math.Max(0.5, (right - left) * 1.3));

            // Neither a ribbon nor a tower: the shorter side gets room until the figure can be read.
            wide = Math.Max(wide, tall * 1.6 / narrow);
            tall = Math.Max(tall, wide * narrow * 0.4);
            (south, north, west, east) = (((low + high) / 2) - (tall / 2), ((low + high) / 2) + (tall / 2), ((left + right) / 2) - (wide / 2), ((left + right) / 2) + (wide / 2));
            scale = (Width - (2 * Margin)) / (east - west);
            Height = (2 * Margin) + ((north - south) * scale / narrow);
        }

        public double Height { get; }

        public double X(double longitude) => Margin + ((longitude - west) * scale);

        public double Y(double latitude) => Margin + ((north - latitude) * scale / narrow);

        public IEnumerable<XElement> Graticule()
        {
            var step = new[] { 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 45 }.First(s => (east - west) / s <= 7 || s >= 45);
            foreach (var longitude in Lines(west, east, step))
            {
                yield return Line(X(longitude), 22, X(longitude), Height - 14, "#d1d5db", "1");
                yield return Text(Degrees(longitude, "E", "W"), X(longitude), 15, "10", "middle");
            }

            foreach (var latitude in Lines(south, north, step))
            {
                yield return Line(40, Y(latitude), Width - 8, Y(latitude), "#d1d5db", "1");
                yield return Text(Degrees(latitude, "N", "S"), 36, Y(latitude) + 3, "10", "end");
            }
        }

        private static IEnumerable<double> Lines(double from, double to, double step)
        {
            for (var i = (int)Math.Ceiling(from / step); i * step <= to; i++)
            {
                yield return i * step;
            }
        }

        private static string Degrees(double value, string positive, string negative) => string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(value):0.#}° {(value < 0 ? negative : positive)}");
    }
}
