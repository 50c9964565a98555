using HumanitarianEntry.Casework.Lookalikes;

namespace HumanitarianEntry.CaseworkTests.Lookalikes;

/// <summary>Gray rasters that look like photographs and like forms, drawn from a number; nothing on them is real.</summary>
internal static class SamplePictures
{
    private const int Edge = PictureFingerprint.Edge;

    /// <summary>Soft patches of several sizes with some hard edges, as a photograph has.</summary>
    public static byte[] Photo(int number, int edge = Edge)
    {
        var draw = new Draw(number);
        var waves = Enumerable.Range(0, 24).Select(_ => (X: draw.Next() * 9, Y: draw.Next() * 9, Phase: draw.Next() * 6.3, Height: 8 + (draw.Next() * 30))).ToArray();
        var boxes = Enumerable.Range(0, 6).Select(_ => (X: draw.Next(), Y: draw.Next(), Wide: 0.05 + (draw.Next() * 0.3), High: 0.05 + (draw.Next() * 0.4), Shade: draw.Next() * 255)).ToArray();
        var gray = new byte[edge * edge];
        for (var i = 0; i < gray.Length; i++)
        {
            var (x, y) = ((double)(i % edge) / edge, (double)(i / edge) / edge);
            var shade = 128 + waves.Sum(w => Math.Sin((w.X * x * 6.3) + (w.Y * y * 6.3) + w.Phase) * w.Height / 3);
            foreach (var box in boxes.Where(b => x >= b.X && x <= b.X + b.Wide && y >= b.Y && y <= b.Y + b.High))
            {
                shade = (shade * 0.3) + (box.Shade * 0.7);
            }

            gray[i] = (byte)Math.Clamp(shade, 0, 255);
        }

        return gray;
    }

    /// <summary>A white sheet with the same printed lines, and other writing on some of them.</summary>
    public static byte[] Form(int number)
    {
        var gray = new byte[Edge * Edge];
        Array.Fill(gray, (byte)250);
        var print = new Draw(42);
        var pen = new Draw(number);
        for (var line = 5; line < 60; line += 4)
        {
            for (var x = 5; x < 59; x++)
            {
                gray[(line * Edge) + x] = (byte)(150 + (print.Next() * 60));
                if (line % 12 == 9)
                {
                    gray[((line + 2) * Edge) + x] = (byte)(250 - (pen.Next() * 110));
                }
            }
        }

        return gray;
    }

    /// <summary>What encoding anew does: a little noise everywhere.</summary>
    public static byte[] Noisy(byte[] gray, int number, int most)
    {
        var draw = new Draw(number);
        return [.. gray.Select(g => (byte)Math.Clamp(g + ((draw.Next() - 0.5) * 2 * most), 0, 255))];
    }

    public static byte[] Brighter(byte[] gray, double factor) => [.. gray.Select(g => (byte)Math.Clamp(g * factor, 0, 255))];

    /// <summary>A sequence that is the same on every machine.</summary>
    private sealed class Draw(int number)
    {
        private uint state = ((uint)number * 2654435761u) ^ 0x9E3779B9u;

        public double Next()
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (state >> 8) / (double)(1 << 24);
        }
    }
}
