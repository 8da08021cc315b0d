using System.Net;
using System.Text;
using CsCheck;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

/// <summary>Malformed, hostile and oversized requests: refused with the API's error body, never 500.</summary>
[Collection<SqliteTests>]
public sealed class HostileBodyTests(SqliteServer fixture)
{
    private static readonly string[] Names =
    [
        "CCaaS_CreateProactiveDelivery", "CCaaS_CreateSimpleProactiveDelivery", "CCaaS_CreateProactiveVoiceDelivery", "CCaaS_CreateProactiveSMSDelivery",
        "CCaaS_CreateProactiveBulkDeliveryV2", "CCaaS_CreateOperation", "CCaaS_CancelDeliveryTask",
    ];

    private static readonly string[] Scraps =
    [
        "{", "}", "[", "]", "\"", ":", ",", "null", "true", "-", "1e999", "\\u0000", "\\ud800", "ApiVersion", "Contacts", "ProactiveDeliveries", "\"1.0\"",
        "ProactiveEngagementConfigId", "a1b2c3d4-e5f6-7890-abcd-ef1234567890", "Windows", "'; drop table task; --", "\u0000", "\uFEFF",
    ];

    private readonly RunningServer server = fixture.Server;

    [Fact]
    public async Task Scraps_of_json_are_400()
    {
        using var client = await server.ClientAsync();
        await Gen.Select(Gen.OneOf(Names), Gen.OneOf(Scraps).Array[0, 30].Select(parts => string.Concat(parts)))
            .SampleAsync(async (name, body) => ShouldBeRefused(await client.PostAsync(name, body)), iter: 300, threads: 1);
    }

    [Fact]
    public async Task Any_bytes_are_400()
    {
        using var client = await server.ClientAsync();
        await Gen.Select(Gen.OneOf(Names), Gen.Byte.Array[0, 200]).SampleAsync(
            async (name, bytes) =>
            {
                using var content = new ByteArrayContent(bytes);
                ShouldBeRefused(await client.PostContentAsync(name, content));
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public async Task Any_one_byte_changed_in_a_good_body_is_never_500()
    {
        using var client = await server.ClientAsync();
        var good = Encoding.UTF8.GetBytes(Requests.Voice(windows: Requests.Tomorrow));
        await Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).SampleAsync(
            async (at, value) =>
            {
                var changed = (byte[])good.Clone();
                changed[at] = value;
                using var content = new ByteArrayContent(changed);
                var answer = await client.PostContentAsync("CCaaS_CreateProactiveDelivery", content);
                ((int)answer.Status).ShouldBeLessThan(500, answer.Body);
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public async Task Deep_nesting_is_400()
    {
        using var client = await server.ClientAsync();
        foreach (var name in Names)
            ShouldBeRefused(await client.PostAsync(name, new string('[', 200_000)));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_413_and_memory_stays_flat()
    {
        using var client = await server.ClientAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 3; i++)
        {
            using var content = new StreamContent(new EndlessSpaces(31_000_000));
            try
            {
                var answer = await client.PostContentAsync("CCaaS_CreateProactiveDelivery", content);
                answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
            }
            catch (HttpRequestException)
            {
                // Kestrel may close while we are still sending.
            }
        }

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(120_000_000);
        (await client.PostAsync("CCaaS_CreateProactiveDelivery", Requests.Voice(windows: Requests.Tomorrow))).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static void ShouldBeRefused(Answer answer)
    {
        answer.Status.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.RequestEntityTooLarge);
        answer.Code.ShouldStartWith("0x8");
    }

    /// <summary>Blanks are legal JSON as far as they go.</summary>
    private sealed class EndlessSpaces(long length) : Stream
    {
        private long left = length;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var part = (int)Math.Min(count, left);
            buffer.AsSpan(offset, part).Fill((byte)' ');
            left -= part;
            return part;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
