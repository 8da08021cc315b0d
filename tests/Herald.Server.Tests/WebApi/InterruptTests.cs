using Herald.Server.Hosting;
using Herald.Server.Tests.Running;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Herald.Server.Tests.WebApi;

[Collection<SqliteTests>]
public sealed class InterruptTests(SqliteServer fixture)
{
    private const int SqliteInterrupt = 9;

    [Fact]
    public async Task A_statement_without_end_is_ended()
    {
        var rows = fixture.Server.Services.GetRequiredService<StoreRows>();
        await using var connection = await rows.OpenReaderAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n";
        var running = Task.Run(() => command.ExecuteScalar());
        // The statement may not have begun at the first of them.
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!running.IsCompleted && !bound.IsCancellationRequested)
        {
            rows.Interrupt(connection);
            await Task.WhenAny(running, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System));
        }

        (await Should.ThrowAsync<SqliteException>(running.WaitAsync(TimeSpan.FromSeconds(5)))).SqliteErrorCode.ShouldBe(SqliteInterrupt);
    }
}
