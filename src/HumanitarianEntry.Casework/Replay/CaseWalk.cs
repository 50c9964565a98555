using System.Globalization;
using System.Text;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Seeding;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Referral;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>One act of a walk.</summary>
/// <param name="Number">Number of the step in the case file.</param>
/// <param name="What">Kind of act, with gate and outcome where it has them.</param>
/// <param name="Pause">How long after the act before it the file has it.</param>
public sealed record WalkStep(int Number, string What, TimeSpan Pause);

/// <summary>
/// The acts of a case file one by one, for whoever does them in his own time and from several programs at once. Tries that are refused, expectations, and the file's own
/// lists are left out; evidence with files is not supported.
/// </summary>
public sealed class CaseWalk
{
    private readonly ReplayCase file;
    private readonly List<ReplayStep> acts;

    private CaseWalk(string path, ReplayCase file)
    {
        (Name, this.file) = (Path.GetFileNameWithoutExtension(path), file);
        acts = [.. file.Steps.Where(s => s.Act is not null && s.Refusal is null)];
        Steps = [.. acts.Select((s, i) => new WalkStep(s.Number, s.What, i == 0 ? TimeSpan.Zero : s.At - acts[i - 1].At))];
    }

    /// <summary>The case file's name without its ending.</summary>
    public string Name { get; }

    public IReadOnlyList<WalkStep> Steps { get; }

    /// <exception cref="CaseFileException">The file is not a case file, or has acts with files.</exception>
    public static CaseWalk Read(string path)
    {
        var read = CaseFileReader.Read(path);
        return read.Steps.FirstOrDefault(s => s.File is not null) is { } withFile
            ? throw new CaseFileException(read.FileName, withFile.Line, "a walk has no files")
            : new CaseWalk(path, read);
    }

    /// <summary>The idempotency key of an act: the same from whichever program it is sent.</summary>
    public string KeyOf(string prefix, int index) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{acts[index].Number}");

    /// <summary>Makes the accounts of the file's people, named after file and person.</summary>
    public Task<IReadOnlyDictionary<string, Guid>> SeatAsync(StaffSeats seats, CancellationToken cancellationToken) => seats.FillAsync(
        [.. file.People.Values.Select(p => new StaffSeat(SeatOf(p.Key), $"{p.Key} (DEMO)", p.Roles, p.Organisation, p.Team, $"{SeatOf(p.Key)}@demo.invalid"))], null, cancellationToken);

    /// <summary>Brings the lists of the walks into force, one version of each.</summary>
    /// <exception cref="CaseFileException">A list was not taken.</exception>
    public static async Task LoadListsAsync(IEnumerable<CaseWalk> walks, ListImport import, DateOnly today, CancellationToken cancellationToken)
    {
        foreach (var (walk, list) in walks.SelectMany(w => w.file.Lists.Values.Select(l => (Walk: w, List: l))).DistinctBy(p => p.List.Id, StringComparer.Ordinal))
        {
            using var table = new MemoryStream(Encoding.UTF8.GetBytes(list.Csv));
            var header = new ListHeader(list.Id, list.Publisher, list.Authority, list.Kind, "DEMO", today);
            if (await import.ImportAsync(table, ListFormats.Wanted, header, SystemActor.Instance.Id, new ListImportMode(), cancellationToken) is { Outcome: not ListImportOutcome.InForce } refused)
            {
                throw new CaseFileException(walk.file.FileName, list.Line, $"the list '{list.Key}' was not taken: {string.Join(" ", refused.Reasons)}");
            }
        }
    }

    /// <param name="caseId">The case that the first act opens.</param>
    /// <param name="staff">Account ids by the names of <see cref="SeatAsync"/>.</param>
    /// <param name="now">Days of the file are moved so that the act's own day is this one.</param>
    public ActRequest RequestFor(string prefix, int index, Guid caseId, IReadOnlyDictionary<string, Guid> staff, DateTimeOffset now)
    {
        var step = acts[index];
        var days = (int)Math.Floor((now - step.At).TotalDays);
        var act = new ActFields(key => staff[SeatOf(key)], day => day < DateOnly.FromDateTime(file.Start.UtcDateTime) ? day : day.AddDays(days)).Read(step.Act!, step.Node, step.Fields);
        var opens = act is OpenCase;
        return new ActRequest
        {
            CaseId = opens ? null : caseId,
            Actor = ActorOf(step.By!, caseId, staff),
            Act = act,
            Key = KeyOf(prefix, index),
            ProgrammeId = opens ? file.Programme : null,
            OwningOrg = opens ? file.Organisation : null,
        };
    }

    private Actor ActorOf(ReplayActor by, Guid caseId, IReadOnlyDictionary<string, Guid> staff) => by.Role switch
    {
        Role.System => SystemActor.Instance,
        Role.Applicant => new Actor(caseId, Role.Applicant, "applicant"),
        _ when file.People[by.Key.Split('/')[0]] is var person => new Actor(staff[SeatOf(person.Key)], by.Role, CaseLoader.TeamOf(person.Organisation, person.Team)),
        _ => throw new InvalidOperationException($"{by.Key} is nobody."),
    };

    private string SeatOf(string person) => $"{Name}-{person}";
}
