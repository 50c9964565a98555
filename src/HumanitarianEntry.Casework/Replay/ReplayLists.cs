using System.Text;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.NameScreening;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>Brings the watch-lists of a case file into force, by the same import as the operator's.</summary>
internal static class ReplayLists
{
    public static async Task LoadAsync(ReplayWorld world, ReplayCase file, ReplayList list, CancellationToken cancellationToken)
    {
        var header = new ListHeader(list.Id, list.Publisher, list.Authority, list.Kind, list.Version, list.AsOf);
        using var table = new MemoryStream(Encoding.UTF8.GetBytes(list.Csv));
        var report = await world.Services.GetRequiredService<ListImport>().ImportAsync(table, ListFormats.Wanted, header, SystemActor.Instance.Id, new ListImportMode(), cancellationToken);
        if (report.Outcome != ListImportOutcome.InForce)
        {
            throw new CaseFileException(file.FileName, list.Line, $"the list '{list.Key}' was not taken: {string.Join(" ", report.Reasons)}");
        }
    }
}
