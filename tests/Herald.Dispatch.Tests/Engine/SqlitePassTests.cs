using Herald.Store;
using Herald.Testing;

namespace Herald.Dispatch.Tests.Engine;

public sealed class SqlitePassTests : PassTests
{
    protected override Task<IHeraldStore> OpenAsync(TimeProvider time) => StoreUnderTest.SqliteAsync(time);
}
