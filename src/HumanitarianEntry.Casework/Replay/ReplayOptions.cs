using HumanitarianEntry.Casework.Data;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>How a case file is run.</summary>
public sealed record ReplayOptions
{
    public required string WorkflowsPath { get; init; }

    public required string TemplatesPath { get; init; }

    /// <summary>A folder in which databases, sealed files, mails and dossier PDFs stay; null: a temporary one that goes with the run.</summary>
    public string? KeepFolder { get; init; }

    /// <summary>Another storage than SQLite in the folder; it must exist and is brought to the present schema.</summary>
    public StorageOptions? Storage { get; init; }

    /// <summary>Parts added to the container after the casework itself.</summary>
    public Action<IServiceCollection>? Configure { get; init; }

    /// <summary>Told after every step.</summary>
    public Action<ReplayLine>? Progress { get; init; }

    /// <summary>Stops after this step; null: to the end.</summary>
    public int? LastStep { get; init; }

    /// <summary>Moves the whole case by whole days so that its last step was just before this instant; null: as written.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>First part of the idempotency keys; the same one goes on where an interrupted run stopped. Null: random.</summary>
    public string? KeyPrefix { get; init; }

    /// <summary>Does what is done and nothing else: tries that are refused, expectations and the lists of the file are left out. For demonstrations, where many cases share one storage.</summary>
    public bool OnlyActs { get; init; }

    /// <summary>False where nothing may be sent, not even into a folder.</summary>
    public bool DropMail { get; init; } = true;
}
