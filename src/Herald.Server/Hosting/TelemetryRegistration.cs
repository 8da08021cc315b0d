using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Herald.Server.Hosting;

/// <summary>OpenTelemetry metrics and traces; nothing listens and nothing is paid for until an OTLP address is configured.</summary>
internal static class TelemetryRegistration
{
    /// <summary>The standard variable; OTEL_EXPORTER_OTLP_PROTOCOL and its kin work too.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Telemetry>();
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
            return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("herald"))
            .WithMetrics(metrics => metrics
                .AddMeter(Telemetry.Name, "Herald.Store", "Herald.Smpp", "Microsoft.Orleans", "Npgsql")
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter())
            .WithTracing(traces => traces
                .AddSource(Telemetry.Name)
                .AddAspNetCoreInstrumentation()
                .AddOtlpExporter());
    }
}
