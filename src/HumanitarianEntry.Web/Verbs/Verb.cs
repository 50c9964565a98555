using System.Data.Common;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Replay;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Casework.Verbs;
using HumanitarianEntry.Notices;
using HumanitarianEntry.Workflows.Definitions;
using Microsoft.AspNetCore.Connections;

namespace HumanitarianEntry.Web.Verbs;

/// <summary>One operator verb of the executable: 0 done, 1 refused or failed with one clear line, 2 wrong usage (design section 8).</summary>
public sealed record Verb(string Name, string Usage, string What, Func<string[], Task<int>> Run)
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    private static readonly IReadOnlyList<Verb> All =
    [
        new("run", "run [--urls URL] [--migrate]", "serve the pages (default)", Serve.RunAsync),
        new("demo", "demo [--urls URL] [--fresh]", "serve the pages with invented people; prints log-ins", Demo.RunAsync),
        new("code", "code AUTHENTICATOR-KEY", "print the sign-in code that belongs to a key now", CodeOf.RunAsync),
        new("replay", "replay FILE... [--json] [--keep DIR]", "run case files through the real acts on a throw-away database", args => ReplayVerb.RunAsync(args, Console.Out, Console.Error)),
        new("import-list", "import-list FILE --format F --key K --publisher P --authority A --kind K --version V --date D [--dry-run] [--accept-gaps]", "load a watch-list version", args => Operations.WithServicesAsync(args, ImportListVerb.RunAsync)),
        new("import-register", "import-register FILE --kind units|incidents --publisher P --version V --date D [--dry-run]", "load a register of military units or incidents", args => Operations.WithServicesAsync(args, ImportRegisterVerb.RunAsync)),
        new("screen", "screen --name NAME [--born DATE] --purpose PURPOSE --reason TEXT [--json]", "check one name against the lists in force", args => Operations.WithServicesAsync(args, ScreenVerb.RunAsync)),
        new("render", "render REFERENCE --out FILE", "make a draft of the dossier", args => Operations.WithServicesAsync(args, RenderVerb.RunAsync)),
        new("bench", "bench NAME [--json]", "measure, beside a peer in the same run", Benchmarks.Bench.RunAsync),
        new("migrate", "migrate", "bring the databases to the schema of this program", Operations.MigrateAsync),
        new("create-user", "create-user NAME --roles ROLE[,ROLE] --organisation ORG [--team TEAM] [--display TEXT] [--mail ADDRESS]", "make a staff account; prints password and authenticator key once", Operations.CreateUserAsync),
        new("check-workflows", "check-workflows [FOLDER | FILE...] [--json]", "validate definitions and programmes", CheckWorkflowsVerb.RunAsync),
        new("install-designer", "install-designer", "restore Elsa Studio with npm for the setting Designer (about 92 MB)", InstallDesigner.RunAsync),
        new("simulate", "simulate DEFINITION.json [--set name=value ...] [--json] STIMULUS...", "try a definition: stimuli are A, A=VALUE, A:PORT, 'set v=x', '!event', 'retry A'", SimulateVerb.RunAsync),
        new("replay-programme", "replay-programme NEW.json [CASE-FILE...] [--json]", "run past cases on a new version and list where they would go another way", ReplayProgrammeVerb.RunAsync),
        new("verify-dossier", VerifyDossierVerb.Usage, "say whether a file is a dossier as it was made, or what differs; needs no database and no network", args => VerifyDossierVerb.RunAsync(args, Console.Out, Console.Error)),
        new("rotate-dossier-key", SigningKeyVerbs.RotateUsage, "sign dossiers with a new key; the one before stays in the key book", args => Operations.WithServicesAsync(args, SigningKeyVerbs.RotateAsync)),
        new("export-key-book", SigningKeyVerbs.ExportUsage, "write the public list of signing keys for the posts", args => Operations.WithServicesAsync(args, SigningKeyVerbs.ExportAsync)),
        new("verify-audit", "verify-audit [REFERENCE]", "verify the audit chain of one case, or all chains and the daily seals over them", Operations.VerifyAuditAsync),
        new("verify-files", "verify-files [REFERENCE] [--json]", "read stored files again and compare them with what was received", Operations.VerifyFilesAsync),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        PrivatePlaces.CloseWhatIsMade();

        // Options before any verb belong to "run"; the migrations tool starts the program with options only.
        var (name, rest) = args is [var first, ..] && !first.StartsWith('-') ? (first, args[1..]) : ("run", args);
        if (args is ["--help" or "-h" or "help", ..])
        {
            await Console.Out.WriteLineAsync("Verbs:\n" + string.Join('\n', All.Select(v => $"  {v.Usage}\n      {v.What}")));
            return Done;
        }

        if (All.FirstOrDefault(v => v.Name == name) is not { } verb)
        {
            await Console.Error.WriteLineAsync($"There is no verb '{name}'. See: help");
            return WrongUsage;
        }

        if (rest.Contains("--help"))
        {
            await Console.Out.WriteLineAsync($"{verb.Usage}\n  {verb.What}");
            return Done;
        }

        try
        {
            return await verb.Run(rest);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"Refused: {taken.Message} Another program listens there, perhaps a second copy of this one. Stop it, or choose another address with --urls.");
            return Failed;
        }
        catch (DbException cannot)
        {
            await Console.Error.WriteLineAsync($"Refused: the database cannot be used: {cannot.Message}");
            return Failed;
        }
        catch (Exception refused) when (refused is DefinitionException or TemplateException or MasterKeyUnavailableException or WrongMasterKeyException or SealBrokenException or PlaceUnusableException or InvalidOperationException or DatabaseBusyException or TimeoutException)
        {
            await Console.Error.WriteLineAsync($"Refused: {refused.Message}");
            return Failed;
        }
    }
}
