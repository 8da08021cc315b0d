using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Herald.Simulation.Tests.Living;

/// <summary>Keeps what a process logs as an error while it lives: none is expected.</summary>
internal sealed class ErrorLog(ConcurrentQueue<string> errors) : ILoggerFactory, ILogger
{
    /// <summary>What a killed process says does not matter.</summary>
    public bool Dead { get; set; }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error && !Dead;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            errors.Enqueue($"{formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
