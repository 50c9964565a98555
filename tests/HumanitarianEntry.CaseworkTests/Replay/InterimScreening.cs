using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Replay;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;
using Microsoft.EntityFrameworkCore;
using PersonName = HumanitarianEntry.Screening.People.PersonName;
using ScreeningHit = HumanitarianEntry.Domain.Vetting.ScreeningHit;

namespace HumanitarianEntry.CaseworkTests.Replay;

/// <summary>The real matcher over lists in memory.</summary>
public sealed class InterimScreening(CaseDatabase cases, CompartmentSealer sealer, ActRunner acts, TimeProvider time) : IOutboxConsumer, IListIntake
{
    private readonly Dictionary<string, (WatchList List, string Name, ListKind Kind)> lists = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Kinds { get; } = ["screen-names"];

    public Task LoadAsync(ListMetadata metadata, string name, ListKind kind, Stream table, CancellationToken cancellationToken)
    {
        lists[metadata.ListId] = (ListReader.Read(table, new ListFormat.WantedTable(), metadata).Accept(), name, kind);
        return Task.CompletedTask;
    }

    public async Task<OutboxVerdict> ConsumeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        _ = time;
        await using var db = cases.CreateDbContext();
        var found = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == row.CaseId, cancellationToken);
        using var keys = await sealer.OpenAsync(found.Id, cancellationToken);
        var file = (await CaseLoader.LoadAsync(db, keys, found, null, cancellationToken)).File;
        var query = new PersonQuery
        {
            Names = [.. file.Identity.Names.Values().Select(n => PersonName.Of(n.Family, n.Given, n.Patronymic))],
            BirthDate = BirthDate.Parse(file.Identity.Births[^1].Value.BornOn.ToString()),
        };
        var result = ListIndex.Build([.. lists.Values.Select(l => l.List)]).Search(query);
        var hits = result.Candidates.Select((c, i) => new ScreeningHit(
            $"H{i + 1}", c.List.ListId, c.Entry.Key, c.EntryHash, c.MatchedName, (double)c.Score, [.. c.Explanation.Lines.Select(e => e.Detail)], [.. c.Entry.Articles], c.Entry.Reason,
            PersecutorRule.Classify(lists[c.List.ListId].Kind, c.Entry.Articles.ToList())));
        var run = new ScreeningRun(
            result.EngineVersion, ScreeningCheck.ApplicantHash(file), [.. lists.Values.Select(l => new ScreenedList(l.List.Metadata.ListId, l.Name, l.Kind, l.List.Metadata.Version, l.List.Metadata.AsOf))], [.. hits], null);
        var done = await acts.RunAsync(new ActRequest { CaseId = found.Id, Actor = SystemActor.Instance, Act = new RecordScreeningRun(run), Key = $"screen-{row.Id:N}" }, cancellationToken);
        return done is ActResult.Done ? new OutboxVerdict.Done() : new OutboxVerdict.TryAgain("refused");
    }
}
