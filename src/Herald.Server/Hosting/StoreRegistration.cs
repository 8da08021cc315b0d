using Herald.Server.Hosting.Seeding;
using Herald.Server.Identity;
using Herald.Store;

namespace Herald.Server.Hosting;

internal static class StoreRegistration
{
    public static void AddStore(this IServiceCollection services, HeraldOptions options)
    {
        services.AddSingleton<IHeraldStore>(provider => HeraldStore.Create(
            options.ConnectionString is { } connection ? new StoreOptions { ConnectionString = connection } : new StoreOptions { DataDirectory = options.DataDirectory },
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<Seeder>();
        services.AddSingleton<IUserRows, UserRows>();
        services.AddSingleton<StoreRows>();
        services.AddHostedService<StoreOpening>();
    }
}
