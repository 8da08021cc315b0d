using Herald.Dispatch.Agents;

namespace Herald.Server.Agents;

internal static class AgentRegistration
{
    /// <summary>Gives <see cref="AgentBook"/> (also as <see cref="IAgents"/>) to the services.</summary>
    /// <returns>All mistakes; empty when it may start.</returns>
    public static IReadOnlyList<string> AddAgents(this IHostApplicationBuilder builder, string dataDirectory, TimeProvider time, out IAgents agents)
    {
        var faults = new List<string>();
        var settings = AgentConfiguration.Read(builder.Configuration, dataDirectory, builder.Environment.IsDevelopment(), time, faults);
        agents = settings.Book;
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.Book);
        builder.Services.AddSingleton<IAgents>(settings.Book);
        builder.Services.AddHostedService<AgentReload>();
        return faults;
    }
}
