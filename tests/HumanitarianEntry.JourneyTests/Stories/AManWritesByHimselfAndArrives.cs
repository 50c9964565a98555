using System.Text;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Notices.Neutral;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Stories;

/// <summary>A deserter writes by himself from Kazakhstan and is received in France: programme fr-ple-kz, every gate, through the pages.</summary>
public sealed class AManWritesByHimselfAndArrives(ArrivalWalk walk) : IClassFixture<ArrivalWalk>
{
    private static readonly TimeSpan MailPatience = TimeSpan.FromSeconds(60);

    /// <summary>Gates of this story, in the order in which they are passed.</summary>
    private static readonly string[] Gates =
    [
        "referral", "consent", "identity", "interview", "vetting", "evidence", "recommendation", "routing", "dossier", "submission", "information-request", "decision",
        "travel-document", "travel-safety", "journey", "reception", "closure",
    ];

    [Fact]
    public async Task Walk_ThroughEveryGate_CaseIsClosedAsSettled()
    {
        SkipOrStop();
        var caseId = await walk.Office.CaseIdAsync(walk.Reference);
        var file = await walk.Office.FileAsync(caseId);
        Assert.Equal(CaseState.Closed, file.Position.State);
        Assert.All(Gates, gate => Assert.NotNull(file.DecisionOn(GateTable.For(gate).Gate)));
        Assert.Null(await walk.Office.Services.GetRequiredService<AuditVerifier>().VerifyCaseAsync(caseId, CancellationToken.None));
    }

    [Fact]
    public void Liaison_DownloadsTheDossier_ItIsAPdf()
    {
        SkipOrStop();
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(walk.Dossier, 0, Math.Min(8, walk.Dossier.Length)), StringComparison.Ordinal);
        Assert.True(walk.Dossier.Length > 20_000, $"Only {walk.Dossier.Length} bytes.");
    }

    [Fact]
    public void Applicant_OnHisPage_SeesCoarseWordsThatChange()
    {
        SkipOrStop();
        Assert.True(walk.ApplicantSaw.Distinct(StringComparer.Ordinal).Count() >= 4, string.Join("; ", walk.ApplicantSaw));
        Assert.DoesNotContain(walk.ApplicantSaw, seen => seen.Contains("G4", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryVisitedPage_ReadWithAxe_BreaksNoRule()
    {
        Assert.SkipWhen(ArrivalWalk.Missing is not null, ArrivalWalk.Missing ?? string.Empty);
        Assert.NotEmpty(walk.Axe.Pages);
        Assert.True(walk.Axe.All.Count == 0, $"{walk.Axe.All.Count} findings on {walk.Axe.Pages.Count} pages:\n{string.Join('\n', walk.Axe.All)}");
    }

    [Fact]
    public void EveryMainPage_OnASmallTelephone_NeedsNoSidewaysScrolling()
    {
        Assert.SkipWhen(ArrivalWalk.Missing is not null, ArrivalWalk.Missing ?? string.Empty);
        Assert.NotEmpty(walk.Album.Names);
        Assert.True(walk.Album.WiderThanThePhone.Count == 0, string.Join('\n', walk.Album.WiderThanThePhone.Select(p => $"{p.Key} is {p.Value} wide")));
    }

    [Fact]
    public void EveryPageOfEverybody_OnTelephoneAndDesk_ReadsWell()
    {
        SkipOrStop();
        Assert.True(walk.Pages.Read.Count > 100, $"Only {walk.Pages.Read.Count} pages were read. Not there: {string.Join(", ", walk.NotThere)}");
        Assert.True(walk.Pages.Faults.Count == 0, string.Join('\n', walk.Pages.Faults));
    }

    /// <summary>Sentences; the closed codes are held by StaffTextsTests, and what mail servers answer is not closed.</summary>
    [Fact]
    public void EveryPageOfEverybody_InEveryLanguageOfTheStaff_HasWords()
    {
        SkipOrStop();
        Assert.Empty(walk.Server.Output.Split('\n').Where(line => line.Contains("No staff text in", StringComparison.Ordinal) && !line.Contains(" for =", StringComparison.Ordinal)).Distinct());
    }

    [Fact]
    public async Task EveryGate_WhenDecided_MailsItsParticipants()
    {
        SkipOrStop();
        var caseId = await walk.Office.CaseIdAsync(walk.Reference);
        await DrainAsync(caseId);
        await using var db = walk.Office.Cases.CreateDbContext();
        var decisions = await db.AuditEntries.AsNoTracking().Where(e => e.CaseId == caseId && e.Gate != null && e.Outcome != null).ToListAsync();
        var outbox = await db.Outbox.AsNoTracking().Where(o => o.CaseId == caseId && o.MessageId != null).ToListAsync();
        foreach (var gate in Gates)
        {
            // Rows of an act carry the moment of the act; so does its audit entry.
            var moments = decisions.Where(d => d.Gate == gate).Select(d => d.At).ToHashSet();
            var asked = outbox.Where(o => moments.Contains(o.CreatedAt)).ToList();
            Assert.True(moments.Count > 0, $"Nothing was decided at {gate}.");
            Assert.True(asked.Count > 0, $"Nobody was mailed after {gate}.");
            Assert.All(asked, row => Assert.Contains(walk.Mails, m => m.To.Single() == AddressOf(row.Kind, OutboxRows.Read(row.Payload).To) && m.Headers.Any(h => h.Contains(row.MessageId!, StringComparison.Ordinal))));
        }

        Assert.Contains(walk.Mails, m => m.To.Single() == ArrivalWalk.ApplicantMail);
    }

    [Fact]
    public void EveryMail_SaysNothing()
    {
        SkipOrStop();
        string[] secrets =
        [
            walk.Reference, "Щуренков", "Артём", "Стриж", "SHCHURENKOV", "France", "Kazakhstan", .. GateTable.Rows.SelectMany(r => r.Outcomes.Append(r.Key)), .. Enum.GetNames<CaseState>(),
        ];
        Assert.NotEmpty(walk.Mails);
        Assert.All(walk.Mails, m => Assert.Empty(NoticeLeak.Find(m.Text, secrets)));
        Assert.All(walk.Mails, m => Assert.DoesNotContain(m.Headers, h => h.Contains(walk.Reference, StringComparison.Ordinal) || (h.StartsWith("Subject:", StringComparison.OrdinalIgnoreCase) && h.Any(char.IsAsciiDigit) && !h.Contains("=?", StringComparison.Ordinal))));
    }

    private string AddressOf(string kind, Guid? to) => kind == OutboxRows.MailToApplicant ? ArrivalWalk.ApplicantMail : walk.Office.Seats.Values.Single(s => s.Id == to).Mail;

    private async Task DrainAsync(Guid caseId)
    {
        var until = TimeProvider.System.GetUtcNow() + MailPatience;
        await using var db = walk.Office.Cases.CreateDbContext();
        while (await db.Outbox.AnyAsync(o => o.CaseId == caseId && o.DoneAt == null && o.MessageId != null))
        {
            Assert.True(TimeProvider.System.GetUtcNow() < until, "Mails of the case are still waiting.");
            await Task.Delay(500);
        }
    }

    private void SkipOrStop()
    {
        Assert.SkipWhen(ArrivalWalk.Missing is not null, ArrivalWalk.Missing ?? string.Empty);
        Assert.True(walk.Stopped is null, $"The walk stopped at: {walk.LastStep}\n{walk.Stopped}\nThe server said: {walk.Server.Output}");
    }
}
