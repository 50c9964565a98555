using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.DossierMaking;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Notices;
using HumanitarianEntry.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.Programmes;

/// <summary>What became of an order, a proposal or a confirmation.</summary>
public abstract record ChangeResult
{
    private ChangeResult()
    {
    }

    /// <param name="Number">Number of the change now in force; null for what only waits or was turned down.</param>
    public sealed record Done(Guid Id, int? Number) : ChangeResult;

    /// <summary>Nothing was changed, and why.</summary>
    public sealed record Refused(Sentence Why) : ChangeResult;

    /// <summary>There is no such proposal, or somebody else has decided on it meanwhile.</summary>
    public sealed record Gone : ChangeResult;
}

/// <summary>
/// The one way in which programmes change: the change, its entry in the installation's chain and the end of its proposal are stored together or not at all.
/// One person may stop; whatever opens, loosens or rewrites takes two (design section 4, four eyes).
/// </summary>
public sealed class ProgrammeChanges(CaseDatabase cases, ProgrammeLibrary library, AccountTrail trail, CaseworkOptions options, TimeProvider time, ILogger<ProgrammeChanges> log)
{
    private const int LongestReason = 1000;
    private const int Tries = 3;

    public static bool MayChange(Role role) => role is Role.Administrator or Role.Coordinator or Role.ProgrammeDesigner;

    /// <summary>Who draws procedures proposes and confirms versions of them, and nothing else of a programme.</summary>
    public static bool MayChange(Role role, ProgrammeChange change) => MayChange(role) && (role != Role.ProgrammeDesigner || change is DefinitionPublished);

    /// <summary>Orders a stop that takes effect at once.</summary>
    public Task<ChangeResult> StopAsync(Actor actor, ProgrammeChange change, string reason, CancellationToken cancellationToken) =>
        RunAsync(actor, async db =>
        {
            if (!MayChange(actor.Role, change))
            {
                return new ChangeResult.Gone();
            }

            var shelf = await library.RefreshAsync(db, cancellationToken);
            if (Objection(reason) is { } objection)
            {
                return new ChangeResult.Refused(objection);
            }

            if (!shelf.IsStop(change))
            {
                return new ChangeResult.Refused(Sentence.Of("One person may only stop a programme or raise a country's risk. Propose this change instead; another person confirms it."));
            }

            var proposal = Add(db, actor, change, reason);
            return await PutInForceAsync(db, shelf, proposal, change, actor, null, cancellationToken);
        }, cancellationToken);

    /// <summary>Puts a change before a second person.</summary>
    public Task<ChangeResult> ProposeAsync(Actor actor, ProgrammeChange change, string reason, CancellationToken cancellationToken) =>
        RunAsync(actor, async db =>
        {
            if (!MayChange(actor.Role, change))
            {
                return new ChangeResult.Gone();
            }

            var shelf = await library.RefreshAsync(db, cancellationToken);
            if ((Objection(reason) ?? Objection(shelf, change, actor)) is { } objection)
            {
                return new ChangeResult.Refused(objection);
            }

            var proposal = Add(db, actor, change, reason);
            await NoteAsync(db, actor, AccountKinds.ProgrammeProposed, proposal, null, cancellationToken);
            return new ChangeResult.Done(proposal.Id, null);
        }, cancellationToken);

    /// <summary>The second person agrees: the change is checked again on what is in force now, and takes effect.</summary>
    public Task<ChangeResult> ConfirmAsync(Actor actor, Guid proposalId, CancellationToken cancellationToken) =>
        RunAsync(actor, async db =>
        {
            var shelf = await library.RefreshAsync(db, cancellationToken);
            if (await WaitingAsync(db, proposalId, cancellationToken) is not { } proposal || !MayChange(actor.Role, ProgrammeChange.Read(proposal.ChangeJson)))
            {
                return new ChangeResult.Gone();
            }

            if (proposal.By == actor.Id)
            {
                return new ChangeResult.Refused(Sentence.Of("You proposed it; another person must confirm it."));
            }

            var change = ProgrammeChange.Read(proposal.ChangeJson);
            return Objection(shelf, change, actor) is { } objection
                ? new ChangeResult.Refused(objection)
                : await PutInForceAsync(db, shelf, proposal, change, actor, actor.Id, cancellationToken);
        }, cancellationToken);

    /// <summary>Turns a proposal down; who proposed it may take it back so.</summary>
    public Task<ChangeResult> RefuseAsync(Actor actor, Guid proposalId, CancellationToken cancellationToken) =>
        RunAsync(actor, async db =>
        {
            if (await WaitingAsync(db, proposalId, cancellationToken) is not { } proposal || !MayChange(actor.Role, ProgrammeChange.Read(proposal.ChangeJson)))
            {
                return new ChangeResult.Gone();
            }

            Decide(proposal, actor);
            await NoteAsync(db, actor, AccountKinds.ProgrammeRefused, proposal, null, cancellationToken);
            return new ChangeResult.Done(proposal.Id, null);
        }, cancellationToken);

    private async Task<ChangeResult> RunAsync(Actor actor, Func<CaseDbContext, Task<ChangeResult>> work, CancellationToken cancellationToken)
    {
        if (!MayChange(actor.Role))
        {
            return new ChangeResult.Gone();
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = cases.CreateDbContext();
                await using var write = await db.BeginWriteAsync(cancellationToken);
                var result = await work(db);
                if (result is ChangeResult.Done done)
                {
                    await db.SaveChangesAsync(cancellationToken);
                    await write.CommitAsync(cancellationToken);
                    await library.RefreshAsync(db, cancellationToken);
                    log.LogInformation("Programmes: {Outcome}", done.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"change {number} is in force") : "a proposal was made or turned down");
                }

                return result;
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // Another node took the next number or decided first: everything is looked at again.
                log.LogInformation("A change of the programmes met another one and is tried again");
            }
        }
    }

    private async Task<ChangeResult> PutInForceAsync(CaseDbContext db, ProgrammeShelf shelf, ProgrammeProposalRow proposal, ProgrammeChange change, Actor actor, Guid? confirmedBy, CancellationToken cancellationToken)
    {
        var number = shelf.Number + 1;
        var now = time.GetUtcNow().Stored();
        db.Settings.Add(new SettingRow { Key = ProgrammeLibrary.SettingKey, Version = number, ValueJson = proposal.ChangeJson, At = now, By = proposal.By, ConfirmedBy = confirmedBy });
        Decide(proposal, actor);
        proposal.ChangeNumber = number;
        await NoteAsync(db, actor, AccountKinds.ProgrammeChanged, proposal, number, cancellationToken);
        return new ChangeResult.Done(proposal.Id, number);
    }

    private ProgrammeProposalRow Add(CaseDbContext db, Actor actor, ProgrammeChange change, string reason)
    {
        var row = new ProgrammeProposalRow { Id = Ids.New(), Subject = change.Subject, ChangeJson = change.Write(), Reason = reason.Trim(), By = actor.Id, At = time.GetUtcNow().Stored() };
        db.ProgrammeProposals.Add(row);
        return row;
    }

    private void Decide(ProgrammeProposalRow proposal, Actor actor)
    {
        proposal.DecidedBy = actor.Id;
        proposal.DecidedAt = time.GetUtcNow().Stored();
        proposal.Decisions++;
    }

    /// <summary>The chain keeps the hash of the change, so that the row in the settings cannot be exchanged unseen.</summary>
    private Task NoteAsync(CaseDbContext db, Actor actor, string kind, ProgrammeProposalRow proposal, int? number, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(proposal.ChangeJson)));
        var details = string.Create(CultureInfo.InvariantCulture, $"{proposal.Subject}{(number is { } n ? $", change {n}" : string.Empty)}: {proposal.Reason} (sha256 {hash})");
        return trail.AppendAsync(db, new AccountNote(actor.Id, Guid.Empty, kind, details), cancellationToken);
    }

    private static Task<ProgrammeProposalRow?> WaitingAsync(CaseDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.ProgrammeProposals.SingleOrDefaultAsync(p => p.Id == id && p.DecidedAt == null, cancellationToken);

    private static string? Objection(string reason) => string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LongestReason ? "Write the reason in a sentence or two." : null;

    private string? Objection(ProgrammeShelf shelf, ProgrammeChange change, Actor actor)
    {
        try
        {
            var after = shelf.With(new NumberedChange(shelf.Number + 1, change, time.GetUtcNow(), actor.Id, null));
            DossierTemplates.Demand(options.TemplatesPath, after.Programmes.Values);
            return null;
        }
        catch (Exception refused) when (refused is DefinitionException or TemplateException)
        {
            return refused.Message;
        }
    }
}
