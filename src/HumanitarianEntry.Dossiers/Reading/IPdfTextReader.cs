namespace HumanitarianEntry.Dossiers.Reading;

/// <summary>Reads the text of PDFs as a person would see it.</summary>
public interface IPdfTextReader
{
    /// <returns>One text a page; null where the file cannot be read as a PDF, for instance because it is locked.</returns>
    /// <exception cref="PdfReaderException">The reader could not run; nothing is known of the file.</exception>
    Task<IReadOnlyList<string>?> ReadAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken);
}

/// <summary>The part that reads PDFs is missing, broke off or was too slow.</summary>
public sealed class PdfReaderException(string message, Exception? inner = null) : Exception(message, inner);
