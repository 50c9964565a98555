using HumanitarianEntry.Casework.ProofKeys;
using HumanitarianEntry.Dossiers.Proof;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.Casework.Verbs;

/// <summary>The operator verbs <c>rotate-dossier-key</c> and <c>export-key-book</c>. 0: done; 1: refused; 2: wrong usage.</summary>
public static class SigningKeyVerbs
{
    public const string RotateUsage = "rotate-dossier-key [--compromised [FINGERPRINT]]";
    public const string ExportUsage = "export-key-book FILE";

    public static async Task<int> RotateAsync(IServiceProvider services, string[] args, TextWriter output, TextWriter error)
    {
        if (VerbArguments.Read(args, [], ["--compromised"], out var problem) is not { } read || read.Positional.Count > (read.Has("--compromised") ? 1 : 0))
        {
            await error.WriteLineAsync($"{problem} Usage: {RotateUsage}".Trim());
            return 2;
        }

        var keys = services.GetRequiredService<SigningKeys>();
        if ((read.Positional is [var fingerprint] ? keys.MarkCompromised(fingerprint) : keys.Rotate(read.Has("--compromised"))) is not { } book)
        {
            await error.WriteLineAsync("No signing key has this fingerprint; nothing was changed. The key book lists them all: export-key-book FILE.");
            return 1;
        }

        foreach (var key in book.Keys)
        {
            await output.WriteLineAsync(Line(key));
        }

        await output.WriteLineAsync("Dossiers are signed with the last one from now on. Give every post the new key book: export-key-book FILE.");
        return 0;
    }

    public static async Task<int> ExportAsync(IServiceProvider services, string[] args, TextWriter output, TextWriter error)
    {
        if (VerbArguments.Read(args, [], [], out var problem) is not { Positional: [var path] })
        {
            await error.WriteLineAsync($"{problem} Usage: {ExportUsage}".Trim());
            return 2;
        }

        if (File.Exists(path))
        {
            await error.WriteLineAsync("The file exists already.");
            return 1;
        }

        var keys = services.GetRequiredService<SigningKeys>();
        using (keys.Current())
        {
            await File.WriteAllBytesAsync(path, keys.Book().ToJson());
        }

        await output.WriteLineAsync("Written. It holds no secret. Give it to the posts by another way than the dossiers.");
        return 0;
    }

    private static string Line(KeyBookEntry key) => FormattableString.Invariant(
        $"{key.Fingerprint}  {key.From:yyyy-MM-dd} to {(key.Until is { } until ? until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "today")}  {(key.State switch { KeyState.Current => "in use", KeyState.Retired => "retired", KeyState.Compromised => "COMPROMISED" })}");
}
