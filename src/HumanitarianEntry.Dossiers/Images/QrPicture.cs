using System.Globalization;
using System.Text;
using HumanitarianEntry.Dossiers.Documents;
using QRCoder;

namespace HumanitarianEntry.Dossiers.Images;

/// <summary>A QR code as one path of squares.</summary>
internal static class QrPicture
{
    public static DrawnPicture Draw(string content, string alternative)
    {
        using var code = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules[y].Count; x++)
            {
                if (modules[y][x])
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }
        return new(string.Create(CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {modules.Count} {modules.Count}"><path fill="#000" d="{path}"/></svg>"""))
        {
            Alternative = alternative,
        };
    }
}
