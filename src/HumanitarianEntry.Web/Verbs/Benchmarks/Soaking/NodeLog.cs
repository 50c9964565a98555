using HumanitarianEntry.Casework.Acts;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

/// <summary>Counts acts that met another one, and writes what is a warning or worse to the console.</summary>
internal sealed class NodeLog : ILoggerProvider
{
    private int collisions;

    public int Collisions => Volatile.Read(ref collisions);

    public ILogger CreateLogger(string categoryName) => new Lines(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Lines(NodeLog log, string category) : ILogger
    {
        private readonly bool ofActs = category == typeof(ActRunner).FullName;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning || (ofActs && logLevel >= LogLevel.Information);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = formatter(state, exception);
            if (ofActs && text.EndsWith(ActRunner.TriedAgain, StringComparison.Ordinal))
            {
                Interlocked.Increment(ref log.collisions);
            }

            if (logLevel >= LogLevel.Warning)
            {
                Console.Error.WriteLine($"{logLevel} {category}: {text} {exception}");
            }
        }
    }
}
