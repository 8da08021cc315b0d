using Herald.WebApi.Tests.Peers;

namespace Herald.WebApi.Tests.Reads;

public abstract class StatementLimitTests(SqlDialect dialect, PostgresCluster cluster) : Suite(dialect, cluster)
{
    private protected override Task<Site> StartAsync(TestRows rows) => Site.StartAsync(rows, limit: TimeSpan.FromMilliseconds(200));

    /// <summary>A view in the table's place that does not end by itself.</summary>
    private protected override Task SeedAsync(TestRows rows) => rows.ExecuteAsync(
        $"insert into queue (id, name, created_at, modified_at) values ({Id(Guid.AllBitsSet)}, 'x', 0, 0); " +
        "alter table queue rename to queue_rows; " +
        "create view queue as with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000000000) " +
        "select q.* from queue_rows q, (select count(*) as c from n where i % 7 = 8) slow where slow.c >= 0");

    [Fact]
    public async Task A_slow_read_ends_at_the_limit_and_the_answer_names_the_indexed_columns()
    {
        var answer = (await Site.GetAsync("queues?$filter=name eq 'x'")).Refused(400, "0x80060888");
        answer.Message.ShouldContain("was stopped");
        answer.Message.ShouldContain("queueid");
        (await Site.GetAsync("contacts")).Ok();
    }
}

public sealed class SqliteStatementLimitTests(PostgresCluster cluster) : StatementLimitTests(SqlDialect.Sqlite, cluster);

public sealed class PostgresStatementLimitTests(PostgresCluster cluster) : StatementLimitTests(SqlDialect.Postgres, cluster);
