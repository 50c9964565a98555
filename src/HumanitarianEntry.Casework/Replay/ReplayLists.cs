using System.Text;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.Lists;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>Brings a version of a watch-list into force. Whoever screens names provides it.</summary>
public interface IListIntake
{
    Task LoadAsync(ListMetadata metadata, string name, ListKind kind, Stream table, CancellationToken cancellationToken);
}

/// <summary>Brings the watch-lists of a case file into force.</summary>
internal static class ReplayLists
{
    public static async Task LoadAsync(ReplayWorld world, ReplayCase file, ReplayList list, CancellationToken cancellationToken)
    {
        var intake = world.Services.GetService<IListIntake>() ?? throw new CaseFileException(file.FileName, list.Line, "this installation has no part that takes watch-lists");
        var metadata = new ListMetadata
        {
            ListId = list.Id,
            Publisher = list.Publisher,
            AssertingAuthority = list.Authority,
            IsPersecutor = list.Kind == ListKind.PersecutorWanted,
            Version = list.Version,
            AsOf = list.AsOf,
            LoadedBy = "replay",
        };
        using var table = new MemoryStream(Encoding.UTF8.GetBytes(list.Csv));
        await intake.LoadAsync(metadata, list.Name, list.Kind, table, cancellationToken);
    }
}
