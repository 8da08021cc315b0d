using Herald.Testing;

namespace Herald.Dispatch.Tests.Engine;

public sealed class SqlitePassTests : PassTests
{
    protected override Task<StoreUnderTest> OpenAsync(TimeProvider time) => StoreUnderTest.Sqlite(time);
}
