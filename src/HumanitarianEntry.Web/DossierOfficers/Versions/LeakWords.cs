using HumanitarianEntry.Domain.Dossiers;

namespace HumanitarianEntry.Web.DossierOfficers.Versions;

/// <summary>Where something was found that must not leave.</summary>
public static class LeakWords
{
    public static string Where(LeakHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return (hit.File, hit.Page) switch
        {
            (null, { } page) => S($"Page {page}"),
            ({ } file, { } page) => S($"Attached file {file}, page {page}"),
            ({ } file, null) => S($"Attached file {file}"),
            (null, null) => InWords(hit.Place),
        };
    }
}
