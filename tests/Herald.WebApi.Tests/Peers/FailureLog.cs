using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Herald.WebApi.Tests.Peers;

/// <summary>Keeps the exceptions that the site logs, so that a test that sees a 500 can say why.</summary>
internal sealed class FailureLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Failures { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is not null) Failures.Enqueue($"{formatter(state, exception)}: {exception}");
    }

    public void Dispose()
    {
    }
}
