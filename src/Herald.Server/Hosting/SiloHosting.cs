using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Herald.Server.Hosting;

/// <summary>The silo: always there, without any port when it is alone.</summary>
internal static class SiloHosting
{
    /// <param name="connectionString">PostgreSQL; null = a lone process on SQLite.</param>
    public static void AddSilo(this IHostApplicationBuilder builder, SiloOptions options, string? connectionString)
    {
        // Orleans tells the life of a silo at Information, regrets a workstation GC, and the watchdog of a lone one cries at every slow start.
        builder.Logging.AddFilter("Orleans", LogLevel.Warning);
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(cluster => cluster.ClusterId = cluster.ServiceId = options.Cluster);
            if (connectionString is null)
                silo.UseLocalhostClustering(siloPort: 11_111, gatewayPort: 0, serviceId: options.Cluster, clusterId: options.Cluster);
            else
                Cluster(silo, options, connectionString);
        });
        if (connectionString is null)
            Listen(builder.Services, _ => new SiloSilentListenerFactory());
        else if (options.Port == 0)
            ListenOnFreePort(builder.Services, IPAddress.Parse(options.Address));
    }

    private static void Cluster(ISiloBuilder silo, SiloOptions options, string connectionString)
    {
        silo.UseAdoNetClustering(clustering => (clustering.Invariant, clustering.ConnectionString) = ("Npgsql", connectionString));
        silo.Configure<EndpointOptions>(endpoint =>
        {
            endpoint.AdvertisedIPAddress = IPAddress.Parse(options.Address);
            if (options.Port != 0)
                endpoint.SiloPort = options.Port;
            endpoint.GatewayPort = 0;
        });
        silo.Configure<ClusterMembershipOptions>(membership =>
        {
            membership.ProbeTimeout = options.ProbeTimeout;
            membership.MaxProbeTimeout = options.ProbeTimeout * 2;
            membership.NumMissedProbesLimit = options.MissedProbes;
            membership.NumVotesForDeathDeclaration = options.Votes;
            membership.IAmAliveTablePublishTimeout = options.AlivePeriod;
        });
    }

    private static void ListenOnFreePort(IServiceCollection services, IPAddress address)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(address, 0));
        services.PostConfigure<EndpointOptions>(endpoint => endpoint.SiloPort = ((IPEndPoint)socket.LocalEndPoint!).Port);
        Listen(services, provider => new SocketTransportFactory(
            Options.Create(new SocketTransportOptions { CreateBoundListenSocket = _ => socket }), provider.GetRequiredService<ILoggerFactory>()));
    }

    /// <summary>Puts another listener under each of the keys by which Orleans asks for its own.</summary>
    private static void Listen(IServiceCollection services, Func<IServiceProvider, IConnectionListenerFactory> make)
    {
        for (var i = 0; i < services.Count; i++)
            if (services[i] is { IsKeyedService: true } descriptor && descriptor.ServiceType == typeof(IConnectionListenerFactory))
                services[i] = new ServiceDescriptor(typeof(IConnectionListenerFactory), descriptor.ServiceKey, (provider, _) => make(provider), ServiceLifetime.Singleton);
    }
}
