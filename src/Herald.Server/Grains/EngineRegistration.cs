using Herald.Dispatch;
using Herald.Dispatch.Agents;
using Herald.Dispatch.Channels;
using Herald.Dispatch.Rescue;
using Herald.Server.Hosting;
using Herald.Store;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace Herald.Server.Grains;

/// <summary>Puts the engine into the process: channels, silo, drivers, keeper.</summary>
internal static class EngineRegistration
{
    /// <summary>Needs <see cref="IHeraldStore"/> (opened before hosted services start) and <see cref="TimeProvider"/> in the services. Gives <see cref="DispatchEngine"/>, <see cref="ChannelRegistry"/> and <see cref="DispatchOptions"/>.</summary>
    /// <param name="connectionString">PostgreSQL; null = SQLite, one process.</param>
    /// <param name="agents">Talk on answered calls.</param>
    /// <returns>All mistakes of <c>Herald:Engine</c>, <c>Herald:Silo</c> and <c>Herald:Channels</c>; empty when it may start.</returns>
    public static IReadOnlyList<string> AddHeraldEngine(this IHostApplicationBuilder builder, string? connectionString, IAgents agents, TimeProvider time)
    {
        var faults = new List<string>();
        var dispatch = new DispatchOptions();
        builder.Configuration.GetSection("Herald:Engine").Bind(dispatch);
        dispatch.StopTimeout = builder.Configuration.GetValue("Herald:StopTimeout", dispatch.StopTimeout);
        faults.AddRange(dispatch.Faults());
        var silo = new SiloOptions();
        builder.Configuration.GetSection("Herald:Silo").Bind(silo);
        faults.AddRange(silo.Faults());
        var channels = ChannelConfiguration.Read(builder.Configuration, builder.Environment.IsDevelopment(), agents, time, faults);
        if (faults.Count > 0)
            return faults;

        builder.Services.AddSingleton(dispatch);
        builder.Services.AddSingleton(provider => new ChannelRegistry(channels.Select(channel => channel.Make(provider.GetRequiredService<ILoggerFactory>()))));
        builder.AddSilo(silo, connectionString);
        AddGrains(builder.Services, alone: connectionString is null);
        return faults;
    }

    private static void AddGrains(IServiceCollection services, bool alone)
    {
        if (alone)
            services.AddSingleton<ILiveness, OnlyMe>();
        else
            services.AddSingleton<ILiveness, ClusterLiveness>();
        services.AddSingleton<EngagementPlaces>();
        services.AddSingleton<GrainWaker>();
        services.AddHostedService(provider => provider.GetRequiredService<GrainWaker>());
        services.AddSingleton(provider => new DispatchEngine(
            provider.GetRequiredService<IHeraldStore>(),
            provider.GetRequiredService<DispatchOptions>(),
            provider.GetRequiredService<ChannelRegistry>(),
            provider.GetRequiredService<ILiveness>(),
            provider.GetRequiredService<GrainWaker>(),
            Guid.NewGuid(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, EngineLife>();
        services.AddPlacementDirector<EngagementPlacement, EngagementPlacementDirector>();
        services.AddHostedService<Keeper>();
    }
}
