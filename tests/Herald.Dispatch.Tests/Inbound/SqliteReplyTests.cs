using Herald.Testing;

namespace Herald.Dispatch.Tests.Inbound;

public sealed class SqliteReplyTests() : ReplyTests(time => StoreUnderTest.Sqlite(time));
