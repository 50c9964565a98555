using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Images;

namespace HumanitarianEntry.Dossiers.Rendering;

/// <summary>Pictures on their way into the worker.</summary>
internal sealed class TypstPictures(TypstPayload payload, TypstTexts texts, long maximumPixels)
{
    private int count;

    public JsonObject Picture(Picture picture) => new()
    {
        ["path"] = Add(picture),
        ["alternative"] = texts.Line(picture.Alternative),
        ["width"] = picture.Width,
    };

    private string Add(Picture picture)
    {
        count++;
        switch (picture)
        {
            case RasterPicture raster:
                var (bytes, extension) = PictureIntake.Accept(raster.Bytes.Span, maximumPixels);
                return payload.AddFile(string.Create(CultureInfo.InvariantCulture, $"pictures/{count}.{extension}"), bytes);
            case DrawnPicture drawn:
                return payload.AddFile(string.Create(CultureInfo.InvariantCulture, $"pictures/{count}.svg"), Encoding.UTF8.GetBytes(drawn.Svg));
            default:
                throw new DossierRenderException(DossierRenderFailure.DocumentRefused, $"Unknown kind of picture {picture.GetType().Name}.");
        }
    }
}
