using System.Globalization;
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
            await AuditScenario.RunAsync(engine, args is [_, _, var attempts] ? int.Parse(attempts, CultureInfo.InvariantCulture) : 1_000_000);
        return 0;
    case ["read", ..]:
        foreach (var engine in engines)
            await ReadScenario.RunAsync(engine, args is [_, _, var rows] ? int.Parse(rows, CultureInfo.InvariantCulture) : 1_000_000);
        return 0;
    case ["idle", ..]:
        foreach (var engine in engines)
            await IdleScenario.RunAsync(engine, 1_000_000);
        return 0;
    case ["sip", .. var parts]:
        await SipScenario.RunAsync(parts);
        return 0;
    case ["smpp", "client"]:
        await SmppScenario.RunAsync();
        return 0;
    case ["messages", ..]:
        foreach (var engine in engines)
            await MessageScenario.RunAsync(engine);
        return 0;
    case ["smpp", ..]:
        await SmppScenario.RunAsync();
        foreach (var engine in engines)
            await MessageScenario.RunAsync(engine);
        return 0;
    case ["rules", ..]:
        foreach (var engine in engines)
            await RulesScenario.RunAsync(engine);
        return 0;
    case ["explain", ..]:
        foreach (var engine in engines)
            await ExplainScenario.RunAsync(engine, 1_000_000);
        return 0;
    case ["consents", ..]:
        foreach (var engine in engines)
            await ConsentScenario.RunAsync(engine, 1_000_000);
        return 0;
    case ["all", ..]:
        await SmppScenario.RunAsync();
        foreach (var engine in engines)
        {
            await AcceptScenario.RunAsync(engine);
            await BulkScenario.RunAsync(engine, 1_000_000);
            await QueueScenario.RunAsync(engine);
            await DispatchScenario.RunAsync(engine);
            await MessageScenario.RunAsync(engine);
            await IdleScenario.RunAsync(engine, 1_000_000);
            await AuditScenario.RunAsync(engine, 1_000_000);
            await ReadScenario.RunAsync(engine, 1_000_000);
        }

        await SipScenario.RunAsync([]);
        return 0;
    default:
        Console.Error.WriteLine("usage: Herald.Bench all|accept|bulk|queue|dispatch|idle|smpp|messages|read|consents|rules|explain|audit [sqlite|postgres [rows]] | sip [starts] [delay] [media] [memory]");
        return 2;
}
