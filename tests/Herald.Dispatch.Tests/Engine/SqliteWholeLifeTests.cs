using Herald.Testing;

namespace Herald.Dispatch.Tests.Engine;

public sealed class SqliteWholeLifeTests : WholeLifeTests
{
    protected override Task<StoreUnderTest> OpenAsync(TimeProvider time) => StoreUnderTest.Sqlite(time);
}
