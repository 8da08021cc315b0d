using Herald.Testing;

namespace Herald.Dispatch.Tests.Inbound;

public sealed class PostgresReplyTests() : ReplyTests(time => StoreUnderTest.Postgres(time));
