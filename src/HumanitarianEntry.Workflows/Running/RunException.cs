namespace HumanitarianEntry.Workflows.Running;

/// <summary>The interpreter was asked for something impossible: a state of another version, an unreadable state, a drawing that never waits. Nothing has changed.</summary>
public sealed class RunException(string message) : Exception(message);
