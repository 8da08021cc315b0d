using Herald.Bench.Baselines;
using Herald.Bench.Scenarios;
using Herald.Store;

StoreEngine[] engines = args is [_, "sqlite", ..] ? [StoreEngine.Sqlite] : args is [_, "postgres", ..] ? [StoreEngine.Postgres] : [StoreEngine.Sqlite, StoreEngine.Postgres];
switch (args)
{
    case ["trivial", var url]:
        await TrivialServer.RunAsync(url);
        return 0;
    case ["bulk", ..]:
        foreach (var engine in engines)
            await BulkScenario.RunAsync(engine, 1_000_000);
        return 0;
    case ["queue", ..]:
        foreach (var engine in engines)
            await QueueScenario.RunAsync(engine);
        return 0;
    case ["dispatch", ..]:
        foreach (var engine in engines)
            await DispatchScenario.RunAsync(engine);
        return 0;
    case ["accept", ..]:
        foreach (var engine in engines)
            await AcceptScenario.RunAsync(engine);
        return 0;
    case ["audit", ..]:
        foreach (var engine in engines)
            await AuditScenario.RunAsync(engine, args is [_, _, var attempts] ? int.Parse(attempts, null) : 1_000_000);
        return 0;
    case ["idle", ..]:
        foreach (var engine in engines)
            await IdleScenario.RunAsync(engine, 1_000_000);
        return 0;
    case ["all", ..]:
        foreach (var engine in engines)
        {
            await AcceptScenario.RunAsync(engine);
            await BulkScenario.RunAsync(engine, 1_000_000);
            await QueueScenario.RunAsync(engine);
            await DispatchScenario.RunAsync(engine);
            await IdleScenario.RunAsync(engine, 1_000_000);
            await AuditScenario.RunAsync(engine, 1_000_000);
        }

        return 0;
    default:
        Console.Error.WriteLine("usage: Herald.Bench all|accept|bulk|queue|dispatch|idle|audit [sqlite|postgres]");
        return 2;
}
