using Herald.Bench.Baselines;

switch (args)
{
    case ["trivial", var url]:
        await TrivialServer.RunAsync(url);
        return 0;
    default:
        Console.Error.WriteLine("usage: Herald.Bench all|accept|bulk|queue|dispatch|memory|latency");
        return 2;
}
