using Npgsql;
using NpgsqlTypes;

namespace Herald.Store.Tests.Migrations;

/// <summary>The statements that the cluster's membership provider finds by key.</summary>
public sealed class ClusterTests
{
    private static readonly string[] Keys =
    [
        "CleanupDefunctSiloEntriesKey", "DeleteMembershipTableEntriesKey", "GatewaysQueryKey", "InsertMembershipKey", "InsertMembershipVersionKey",
        "MembershipReadAllKey", "MembershipReadRowKey", "UpdateIAmAlivetimeKey", "UpdateMembershipKey",
    ];

    [Fact]
    public async Task A_member_joins_and_changes_on_the_version_it_saw_alone()
    {
        await using var under = await StoreUnderTest.Postgres();
        await using var connection = new NpgsqlConnection(under.Options.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var texts = new Dictionary<string, string>();
        await using (var read = new NpgsqlCommand("select QueryKey, QueryText from OrleansQuery order by QueryKey", connection))
        await using (var reader = await read.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                texts[reader.GetString(0)] = reader.GetString(1);
        }

        texts.Keys.ShouldBe(Keys);
        (await RunAsync("InsertMembershipVersionKey", 0)).ShouldBe(1);
        (await RunAsync("InsertMembershipVersionKey", 0)).ShouldBe(0);
        (await RunAsync("InsertMembershipKey", 0)).ShouldBe(1);
        (await RunAsync("InsertMembershipKey", 1)).ShouldBe(0);
        (await RunAsync("UpdateMembershipKey", 0)).ShouldBe(0);
        (await RunAsync("UpdateMembershipKey", 1)).ShouldBe(1);
        (await RunAsync("UpdateIAmAlivetimeKey", 0)).ShouldBeNull();
        (await RunAsync("MembershipReadRowKey", 0)).ShouldBe("test");
        (await RunAsync("MembershipReadAllKey", 0)).ShouldBe("test");
        (await RunAsync("GatewaysQueryKey", 0)).ShouldBe("127.0.0.1");
        (await RunAsync("CleanupDefunctSiloEntriesKey", 0)).ShouldBeNull();
        (await RunAsync("DeleteMembershipTableEntriesKey", 0)).ShouldBeNull();
        (await under.ReadAsync("select count(*) from OrleansMembershipTable")).ShouldBe(0);

        async Task<object?> RunAsync(string key, int version)
        {
            await using var command = new NpgsqlCommand(texts[key], connection);
            command.Parameters.AddWithValue("DeploymentId", "test");
            command.Parameters.AddWithValue("Address", "127.0.0.1");
            command.Parameters.AddWithValue("Port", 11111);
            command.Parameters.AddWithValue("Generation", 7);
            command.Parameters.AddWithValue("SiloName", "one");
            command.Parameters.AddWithValue("HostName", "host");
            command.Parameters.AddWithValue("Status", 3);
            command.Parameters.AddWithValue("ProxyPort", 30000);
            command.Parameters.AddWithValue("SuspectTimes", NpgsqlDbType.Text, DBNull.Value);
            command.Parameters.AddWithValue("Version", version);
            command.Parameters.AddWithValue("StartTime", Any.Noon.ToDateTimeUtc());
            command.Parameters.AddWithValue("IAmAliveTime", Any.Noon.ToDateTimeUtc());
            return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        }
    }
}
