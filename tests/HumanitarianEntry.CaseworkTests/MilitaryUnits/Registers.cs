using System.Text;
using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.CaseworkTests.MilitaryUnits;

/// <summary>Invented registers (DEMO): units whose numbers do not exist.</summary>
internal static class Registers
{
    public const string Units = """
        key,number,names_ru,names_en,parents,garrison,latitude,longitude,sources
        b9,00109,"409-я мотострелковая бригада [..2021]; 409-я гвардейская мотострелковая бригада [2022..]",409th Motorised Rifle Brigade,d4,Demograd,45.5,34.5,DEMO
        n1,00117,417-й батальон связи,417th Signal Battalion,b9 [2019..2022-06]; r7 [2022-07..],Demovka,45.0,34.0,DEMO
        n2,00118,418-й мотострелковый батальон,,b9,,,,DEMO
        r7,00137,437-й мотострелковый полк,,d4,,,,DEMO
        d4,,404-я мотострелковая дивизия,,,,,,DEMO
        """;

    public const string Incidents = """
        id,units,place,latitude,longitude,from,to,type,contested,sources
        i1,00109,village V,46.5,33.5,2022-03-05,2022-03-12,shelling,no,DEMO newspaper
        i2,b9; 00137,town G,,,2022-08,2022-08,searches,yes,DEMO newspaper
        i3,404-я мотострелковая дивизия,region R,,,2022-03,2022-04,strikes,no,DEMO newspaper
        i4,00118,farm F,,,2022-04-01,2022-04-02,looting,no,DEMO newspaper
        """;

    public static RegisterHeader Header(RegisterKind kind, string version = "1", int day = 1) => new(kind, "DEMO publisher", version, new DateOnly(2026, 3, day));

    public static Task<RegisterReport> ImportAsync(this TestStore store, RegisterKind kind, string csv, string version = "1", bool dryRun = false, int day = 1) =>
        store.Services.GetRequiredService<RegisterImport>().ImportAsync(Encoding.UTF8.GetBytes(csv), Header(kind, version, day), DemoCase.Coordinator.Id, dryRun, CancellationToken.None);

    public static async Task LoadRegistersAsync(this TestStore store)
    {
        foreach (var (kind, csv) in new[] { (RegisterKind.Units, Units), (RegisterKind.Incidents, Incidents) })
        {
            var report = await store.ImportAsync(kind, csv);
            if (report.Outcome != RegisterOutcome.InForce)
            {
                throw new InvalidOperationException(string.Join(' ', report.Reasons));
            }
        }
    }

    /// <summary>The registers without a store.</summary>
    public static RegistersInForce Read(string? units = Units, string incidents = Incidents)
    {
        using var incidentFile = new MemoryStream(Encoding.UTF8.GetBytes(incidents));
        return new RegistersInForce(units is null ? null : [.. Draft(units, RegisterKind.Units).Entries.Cast<UnitEntry>()], units is null ? null : "1", [.. RegisterTable.Read(incidentFile, RegisterKind.Incidents).Entries.Cast<IncidentEntry>()], "1");
    }

    public static RegisterDraft Draft(string csv, RegisterKind kind)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return RegisterTable.Read(file, kind);
    }

    public static RecordService Service(string unit, string from, string? to, string? name = null, bool remote = false) =>
        new("DEMO army", unit, "Demograd", PartialDate.Parse(from), "private", "driver", ServiceBasis.Mobilised) { To = to is null ? null : PartialDate.Parse(to), UnitName = name, RemoteRole = remote };

    /// <summary>A case with service periods and nothing else.</summary>
    public static CaseFile File(params RecordService[] services)
    {
        var file = new CaseFile { Id = new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]), Reference = "K7Q-4MZ", ProgrammeId = "demo", CountryOfStay = "KZ", Priority = Priority.Normal, OpenedAt = DateTimeOffset.UnixEpoch };
        return services.Aggregate(file, (f, act) => f.After(act));
    }

    /// <summary>The case after an act; whether it may be done is not asked.</summary>
    public static CaseFile After(this CaseFile file, Act act, int minute = 0) => act.Apply(file, new ActContext(Guid.Empty, DemoCase.Vetter, DateTimeOffset.UnixEpoch.AddMinutes(minute), null!)).File;
}
