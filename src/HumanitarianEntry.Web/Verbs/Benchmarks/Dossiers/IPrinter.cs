namespace HumanitarianEntry.Web.Verbs.Benchmarks.Dossiers;

/// <summary>A program that prints HTML as PDF and stays warm between documents.</summary>
internal interface IPrinter : IAsyncDisposable
{
    string Name { get; }

    int ProcessId { get; }

    Task<byte[]> PrintAsync(string html);
}

/// <summary>The preview of a document as a page of its own, set for A4 as the dossier is.</summary>
internal static class PrintedPage
{
    private const string Style = "@page{size:A4;margin:25mm}body{font-family:'Noto Sans','DejaVu Sans',sans-serif;font-size:10pt;line-height:1.45}table{border-collapse:collapse;width:100%}th,td{border:.5pt solid #888;padding:3pt;text-align:left}.dossier-cover{break-after:page}";

    public static string Of(string fragment) => $"<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>DEMO</title><style>{Style}</style></head><body>{fragment}</body></html>";
}
