using System.Globalization;
using System.Text.Json;
using HumanitarianEntry.Dossiers.Proof;

namespace HumanitarianEntry.Casework.Verbs;

/// <summary>The verb <c>verify-dossier</c>: says of a file whether it is a dossier as it was made. Needs no installation, no network and no secret. 0: genuine; 1: not, or it cannot be said; 2: wrong usage.</summary>
public static class VerifyDossierVerb
{
    public const string Usage = "verify-dossier FILE [--key-book FILE] [--expect-version N] [--expect-recipient TEXT] [--json]";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var read = VerbArguments.Read(args, ["--key-book", "--expect-version", "--expect-recipient"], ["--json"], out var problem);
        if (read is not { Positional: [var path] })
        {
            await error.WriteLineAsync($"{problem} Usage: {Usage}".Trim());
            return 2;
        }

        DossierProof proof;
        try
        {
            var book = read["--key-book"] is { } listed ? KeyBook.Read(await File.ReadAllBytesAsync(listed)) : null;
            proof = DossierVerifier.Verify(await File.ReadAllBytesAsync(path), book, new Expected(read["--expect-version"], read["--expect-recipient"]));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await error.WriteLineAsync($"Refused: {unreadable.Message}");
            return 1;
        }

        await output.WriteLineAsync(read.Has("--json") ? JsonSerializer.Serialize(Told(proof), Json) : string.Join(Environment.NewLine, Lines(proof)));
        return proof.IsGenuine ? 0 : 1;
    }

    private static object Told(DossierProof proof) => new
    {
        Genuine = proof.IsGenuine,
        Unaltered = proof.IsUnaltered,
        proof.Manifest?.Reference,
        proof.Manifest?.Version,
        proof.Manifest?.Date,
        proof.Manifest?.Recipient,
        proof.Manifest?.Copy,
        proof.Signature?.Fingerprint,
        proof.Signature?.SignedAt,
        Signer = proof.Signer?.Organisation,
        KeyState = proof.Signer is { } signer ? JsonNamingPolicy.CamelCase.ConvertName(signer.State.ToString()) : null,
        proof.Findings,
    };

    private static IEnumerable<string> Lines(DossierProof proof)
    {
        yield return (proof.IsGenuine, proof.IsUnaltered) switch
        {
            (true, _) => "GENUINE and unaltered.",
            (false, true) => "NOT CONFIRMED. Nothing was changed since it was signed, but:",
            (false, false) => "NOT GENUINE.",
        };
        foreach (var finding in proof.Findings)
        {
            yield return $"- {finding.Sentence}";
        }

        if (proof.Manifest is { } manifest)
        {
            var says = proof.IsUnaltered ? string.Empty : " (it says so; nothing proves it)";
            yield return $"Dossier:     {manifest.Reference}, version {manifest.Version} of {manifest.Date}{says}";
            yield return $"Made for:    {manifest.Recipient}, {manifest.Copy}{says}";
            yield return string.Create(CultureInfo.InvariantCulture, $"Annexes:     {manifest.Annexes.Count}, of them inside the file {manifest.Annexes.Count(a => a.Embedded)}");
        }

        if (proof.Signature is { Fingerprint: { } fingerprint } signature)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Signed:      {signature.SignedAt?.UtcDateTime:yyyy-MM-dd HH:mm} UTC with the key {fingerprint}");
            yield return proof.Signer is { } signer
                ? $"Key of:      {signer.Organisation}, {signer.State switch { KeyState.Current => "in use", KeyState.Retired => "retired since; what it signed before stands", KeyState.Compromised => "compromised" }}"
                : $"Key says:    {signature.Organisation} (not confirmed by a key book)";
        }
    }
}
