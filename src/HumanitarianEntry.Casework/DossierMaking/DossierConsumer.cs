using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.DossierMaking.LeakSearch;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Proof;
using HumanitarianEntry.Dossiers.Reading;
using HumanitarianEntry.Dossiers.Rendering;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>Makes the dossier version that was asked for, searches it for what must not leave, keeps it sealed among the files of the case, and reports it with an act of the system.</summary>
public sealed class DossierConsumer(CaseDatabase cases, CompartmentSealer sealer, DossierMaker maker, ProgrammeLibrary programmes, LeakScanner scanner, CaseFiles files, ActRunner acts, TimeProvider time) : IOutboxConsumer
{
    public IReadOnlyCollection<string> Kinds { get; } = [Keys.Kebab(nameof(WorkKind.RenderDossier))];

    public async Task<OutboxVerdict> ConsumeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        CaseFile? file;
        try
        {
            file = row.CaseId is { } id ? await CaseLoader.ReadAsync(cases, sealer, id, DossierMaker.Opened, cancellationToken) : null;
        }
        catch (CaseErasedException)
        {
            return new OutboxVerdict.Done();
        }

        if (file is null)
        {
            return new OutboxVerdict.GiveUp("case-missing");
        }

        if (!int.TryParse(OutboxRows.Read(row.Payload).Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || file.Dossier.Requests.Find(r => r.Value.Version == version) is not { } asked)
        {
            return new OutboxVerdict.GiveUp("dossier-not-asked-for");
        }

        if (file.Dossier.Versions.Exists(v => v.Version == version))
        {
            return new OutboxVerdict.Done();
        }

        // Other facts, or another list of what the recipient gets: what was asked for cannot be made any more, and a new request takes the new ones.
        var audience = DossierAudience.Of(programmes.For(file.ProgrammeId).Rules, asked.Value.RecipientFunction);
        var inputs = asked.Value.Kind == DossierKind.Urgent ? DossierInputs.HashOfUrgent(file, audience) : DossierInputs.HashOf(file, audience);
        var verdict = asked.Value.InputsHash == inputs ? await MakeAsync(row, file, asked, audience, cancellationToken) : new OutboxVerdict.GiveUp("facts-changed");
        return verdict switch
        {
            OutboxVerdict.GiveUp give => await TellAsync(row, file, new ReportDossierTrouble(version, give.Code, IsTriedAgain: false), give, cancellationToken),
            OutboxVerdict.TryAgain again => await TellAsync(row, file, new ReportDossierTrouble(version, again.Code, IsTriedAgain: true), again, cancellationToken),
            _ => verdict,
        };
    }

    /// <summary>Tells the dossier officer, once for each reason. While that cannot be stored the work is not given up.</summary>
    private async Task<OutboxVerdict> TellAsync(OutboxRow row, CaseFile file, ReportDossierTrouble trouble, OutboxVerdict verdict, CancellationToken cancellationToken)
    {
        var report = new ActRequest { CaseId = file.Id, Actor = SystemActor.Instance, Act = trouble, Key = $"dossier-trouble-{row.Id:N}-{trouble.Code}" };
        return await acts.RunAsync(report, cancellationToken) is ActResult.Busy or ActResult.Stale ? new OutboxVerdict.TryAgain(trouble.Code) : verdict;
    }

    private async Task<OutboxVerdict> MakeAsync(OutboxRow row, CaseFile file, Recorded<DossierRequest> asked, DossierAudience audience, CancellationToken cancellationToken)
    {
        MadeDossier made;
        try
        {
            made = await maker.MakeVersionAsync(file, asked.Value, asked.Provenance.At, isDraft: false, cancellationToken);
        }
        catch (DossierIncompleteException incomplete)
        {
            return new OutboxVerdict.GiveUp(incomplete.Code);
        }
        catch (DossierRenderException failure)
        {
            return VerdictOf(failure.Failure);
        }
        catch (Exception unsigned) when (unsigned is PdfBrokenException or Sealing.SealBrokenException or System.Security.Cryptography.CryptographicException)
        {
            return new OutboxVerdict.TryAgain("dossier-not-signed");
        }
        catch (InvalidDataException)
        {
            // A word that these facts need is not in the texts; the message may quote a fact.
            return new OutboxVerdict.GiveUp("dossier-texts-incomplete");
        }

        LeakScan scan;
        try
        {
            scan = await scanner.ScanAsync(file, audience.Profile, made.Set.Bytes, cancellationToken);
        }
        catch (PdfReaderException)
        {
            // Not searched is not made: nobody could release it.
            return new OutboxVerdict.TryAgain("leak-scan-not-run");
        }

        var request = asked.Value;
        using var content = FileContent.StreamOf(made.Set.Bytes);
        Domain.AntiWarActivity.EvidenceFile stored;
        try
        {
            stored = await files.ReceiveAsync(file.Id, content, $"dossier-{request.Version}.pdf", cancellationToken);
        }
        catch (StorageFullException)
        {
            return new OutboxVerdict.TryAgain("no-room-for-files");
        }

        var version = new DossierVersion(request.Version, request.Language, request.RecipientFunction, request.InputsHash, stored.FileId, stored.Sha256, stored.Size, made.Set.Pages, time.GetUtcNow())
        {
            Scan = scan,
            Kind = request.Kind,
            Annexes = made.Annexes,
            Profile = audience.Profile.IsStandard ? null : audience.Profile.Hash,
        };
        var report = new ActRequest { CaseId = file.Id, Actor = SystemActor.Instance, Act = new RecordDossierVersion(version), Key = $"dossier-{row.Id:N}" };
        return SystemReports.VerdictOf(await acts.RunAsync(report, cancellationToken));
    }

    private static OutboxVerdict VerdictOf(DossierRenderFailure failure) => RenderTrouble.Of(failure) is (var code, true) ? new OutboxVerdict.TryAgain(code) : new OutboxVerdict.GiveUp(RenderTrouble.Of(failure).Code);
}
