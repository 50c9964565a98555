using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Rendering;

namespace HumanitarianEntry.Dossiers.WorkingCopies;

/// <summary>What one file was made into.</summary>
/// <param name="Reason">Why there is no copy, as a word in kebab case; null when there is one.</param>
/// <param name="Traits">Names and values that the original tells of its making; also there when no copy could be made.</param>
public sealed record MadeCopy(string? Reason, IReadOnlyList<(string Name, string Value)> Traits)
{
    public byte[] Copy { get; init; } = [];

    /// <summary>A small JPEG of a picture's copy; empty for everything else.</summary>
    public byte[] Preview { get; init; } = [];

    /// <summary>64 by 64 gray values of a picture, row by row from above, 0 black to 255 white; empty for everything else.</summary>
    public byte[] Gray { get; init; } = [];

    /// <summary>Kind of the copy: jpeg, png or pdf.</summary>
    public string Mime { get; init; } = string.Empty;

    /// <summary>Name and version of what made it.</summary>
    public string Tool { get; init; } = string.Empty;

    public string Parameters { get; init; } = string.Empty;
}

/// <summary>
/// Makes copies of pictures and PDFs that tell nothing of place, device or author, in a Node process of its own with an empty environment. The process is started when first needed, serves what
/// one file asks for, and is ended by <see cref="Dispose"/> or when it is too slow. Not for two callers at once.
/// </summary>
/// <param name="folder">Folder with copies.mjs and its node_modules; null: where the build or publish put it.</param>
public sealed class CopyWorker(string? folder = null) : IDisposable
{
    /// <summary>So much memory the scripts may take; pixels are counted apart.</summary>
    private const string MostMemory = "--max-old-space-size=512";
    private NodeWorker? worker;
    private long lastId;

    /// <param name="kind">What the original was found to be: jpeg, png, webp, heic, avif, tiff, gif or pdf.</param>
    /// <param name="patience">A worker that needs longer is killed.</param>
    /// <exception cref="DossierRenderException"><see cref="DossierRenderFailure.WorkerMissing"/>: Node or the packages are not there.</exception>
    public async Task<MadeCopy> MakeAsync(string kind, ReadOnlyMemory<byte> original, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            worker ??= Start();
            return await AskAsync(worker, kind, original, limit.Token);
        }
        catch (IOException)
        {
            Dispose();
            return new MadeCopy("tool-failed", []);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Dispose();
            return new MadeCopy("timed-out", []);
        }
        catch (OperationCanceledException)
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        worker?.Dispose();
        worker = null;
    }

    private NodeWorker Start()
    {
        var place = WorkerLocation.FindCopies(folder);
        return NodeWorker.Start(WorkerLocation.FindNode(null), place, "copies.mjs", MostMemory);
    }

    private async Task<MadeCopy> AskAsync(NodeWorker running, string kind, ReadOnlyMemory<byte> original, CancellationToken cancellationToken)
    {
        var id = ++lastId;
        var question = new JsonObject { ["id"] = id, ["kind"] = kind }.ToJsonString();
        var (header, body) = await running.AskAsync(Encoding.UTF8.GetBytes(question), [FileContent.Of(original)], 0, cancellationToken);
        if (header.GetProperty("id").GetInt64() != id)
            throw new IOException("The worker answered another question.");
        var traits = header.GetProperty("traits").EnumerateArray().Select(t => (t.GetProperty("name").GetString()!, t.GetProperty("value").GetString()!)).ToList();
        if (header.TryGetProperty("reason", out var reason))
            return new MadeCopy(reason.GetString(), traits);
        int[] lengths = [.. header.GetProperty("lengths").EnumerateArray().Select(l => l.GetInt32())];
        if (lengths.Length is < 1 or > 3 || lengths.Any(l => l < 0) || lengths.Sum(l => (long)l) != body.Count)
            throw new IOException("The worker's answer does not add up.");
        return new MadeCopy(null, traits)
        {
            Copy = [.. body[..lengths[0]]],
            Preview = lengths.Length > 1 ? [.. body[lengths[0]..(lengths[0] + lengths[1])]] : [],
            Gray = lengths.Length > 2 ? [.. body[(lengths[0] + lengths[1])..]] : [],
            Mime = Word(header, "mime"),
            Tool = Word(header, "tool"),
            Parameters = Word(header, "parameters"),
        };
    }

    private static string Word(JsonElement header, string name) => header.GetProperty(name).GetString() is { Length: > 0 and < 500 } word ? word : throw new IOException("The worker's answer lacks a word.");
}
