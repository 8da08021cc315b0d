using Herald.Testing;

namespace Herald.Dispatch.Tests.Engine;

public sealed class PostgresWholeLifeTests : WholeLifeTests
{
    protected override Task<StoreUnderTest> OpenAsync(TimeProvider time) => StoreUnderTest.Postgres(time);
}
