using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace HumanitarianEntry.Casework.Sealing;

/// <summary>Fetches the master keys from where the operator keeps them.</summary>
internal static class MasterKeyReader
{
    private static readonly TimeSpan CommandDeadline = TimeSpan.FromSeconds(30);

    /// <summary>Reads the keys, the one in force first.</summary>
    /// <exception cref="MasterKeyUnavailableException">Missing, unreadable, malformed, or open to others.</exception>
    public static async Task<MasterKeyRing> ReadAsync(MasterKeySource source, CancellationToken cancellationToken) => source switch
    {
        MasterKeySource.InFile when OperatingSystem.IsWindows() => throw new MasterKeyUnavailableException("On Windows a key file cannot be closed to others here; give the master key by environment or command."),
        MasterKeySource.InFile file => Parse(await MasterKeyFile.ReadAsync(file.Path, cancellationToken), $"the file {file.Path}"),
        MasterKeySource.InEnvironment e => Parse(
            Environment.GetEnvironmentVariable(e.Variable) ?? throw new MasterKeyUnavailableException($"The environment variable {e.Variable} with the master key is not set."),
            $"the environment variable {e.Variable}"),
        MasterKeySource.FromCommand command => Parse(await AskAsync(command, cancellationToken), $"the command {command.Program}"),
        _ => throw new MasterKeyUnavailableException($"Unknown place of the master key: {source.GetType().Name}."),
    };

    private static MasterKeyRing Parse(string text, string where)
    {
        var keys = new List<MasterKey>();
        foreach (var line in text.Split(['\n', '\r'], StringSplitOptions.TrimEntries).Where(l => !l.StartsWith('#')).SelectMany(l => l.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            try
            {
                keys.Add(new MasterKey(Convert.FromBase64String(line)));
            }
            catch (FormatException notBase64)
            {
                throw new MasterKeyUnavailableException($"What {where} gives is not a master key in base64.", notBase64);
            }
        }

        return keys.Count > 0 ? new MasterKeyRing(keys) : throw new MasterKeyUnavailableException($"There is no master key in {where}.");
    }

    private static async Task<string> AskAsync(MasterKeySource.FromCommand command, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(CommandDeadline);
        using var program = new Process
        {
            StartInfo = new ProcessStartInfo(command.Program, command.Arguments) { RedirectStandardOutput = true, UseShellExecute = false, StandardOutputEncoding = Encoding.ASCII },
        };
        try
        {
            program.Start();
        }
        catch (Win32Exception cannot)
        {
            throw new MasterKeyUnavailableException($"The master key command {command.Program} cannot be started: {cannot.Message}", cannot);
        }

        try
        {
            var text = await program.StandardOutput.ReadToEndAsync(deadline.Token);
            await program.WaitForExitAsync(deadline.Token);
            return program.ExitCode == 0 ? text : throw new MasterKeyUnavailableException($"The master key command {command.Program} ended with code {program.ExitCode}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            program.Kill(entireProcessTree: true);
            throw new MasterKeyUnavailableException($"The master key command {command.Program} gave no answer within {CommandDeadline.TotalSeconds:0} seconds.");
        }
    }
}
