using System.Threading.Channels;
using Herald.Smpp.Accounts;
using Herald.Smpp.Protocol;
using Herald.Smpp.Tests.Smscs;
using Microsoft.Extensions.Time.Testing;

namespace Herald.Smpp.Tests.Accounts;

/// <summary>One misbehaviour each, on raw sockets.</summary>
public partial class AccountWithOddSmscTests
{
    [Fact]
    public async Task Nobody_listening_is_not_sent()
    {
        int port;
        await using (var smsc = new RawSmsc(session => session.ServeAsync()))
            port = smsc.Port;
        await using var esme = Esme.Down(port);
        await esme.Handler.UntilAsync(() => esme.Account.Status().LastEnds[0].Length > 0);
        (await esme.SubmitAsync()).ShouldBe(new SubmitOutcome.NotSent(NotSentReason.NoBind));
        esme.Account.FreeSlots().ShouldBe(0);
    }

    [Fact]
    public async Task Octet_by_octet_is_still_a_pdu()
    {
        await using var smsc = new RawSmsc(async session =>
        {
            var bind = await session.ReadAsync(CommandId.bind_transceiver);
            await Drip(RawSession.Frame(CommandId.bind_transceiver_resp, 0, bind, "raw\0"));
            var submit = await session.ReadAsync(CommandId.submit_sm);
            await Drip([.. RawSession.Frame(CommandId.enquire_link, 0, 77), .. RawSession.Frame(CommandId.submit_sm_resp, 0, submit, "abc\0")]);
            (await session.ReadAsync(CommandId.enquire_link_resp)).ShouldBe(77u);
            await session.ServeAsync();

            async Task Drip(byte[] octets)
            {
                foreach (var octet in octets)
                    await session.WriteAsync([octet]);
            }
        });
        await using var esme = await Esme.UpAsync(smsc.Port);
        (await esme.SubmitAsync()).ShouldBeOfType<SubmitOutcome.Accepted>().Parts[0].MessageId.ShouldBe("abc");
    }

    [Theory]
    [InlineData("474554202F20485454502F312E310D0A", "malformed stream: LengthTooLarge")] // GET / HTTP/1.1
    [InlineData("0000000F", "malformed stream: LengthTooSmall")]
    [InlineData("00000000", "malformed stream: LengthTooSmall")]
    [InlineData("00010001", "malformed stream: LengthTooLarge")]
    public async Task Garbage_drops_the_bind_with_its_reason_and_the_next_one_works(string hex, string reason)
    {
        await using var smsc = new RawSmsc(
            async session =>
            {
                await session.BindAsync();
                await session.ReadAsync(CommandId.submit_sm);
                await session.WriteAsync(Convert.FromHexString(hex));
                await session.SwallowAsync();
            },
            async session =>
            {
                await session.BindAsync();
                await session.ServeAsync();
            });
        await using var esme = await Esme.UpAsync(smsc.Port);
        (await esme.SubmitAsync()).ShouldBeOfType<SubmitOutcome.Unanswered>();
        await esme.Handler.UntilAsync(() => esme.Account.Status() is { BindsUp: 1, Drops: 1 });
        esme.Account.Status().LastEnds.ShouldBe([reason]);
        (await esme.SubmitAsync()).ShouldBeOfType<SubmitOutcome.Accepted>();
        smsc.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task Malformed_requests_are_refused_one_by_one_and_end_the_bind_only_in_a_row()
    {
        var malformed = RawSession.Frame(CommandId.deliver_sm, 0, 5, "no end");
        await using var smsc = new RawSmsc(
            async session =>
            {
                await session.BindAsync();
                await session.WriteAsync(malformed);
                var refusal = await session.ReadAsync();
                (refusal.Command, refusal.Status, refusal.Sequence).ShouldBe((CommandId.deliver_sm_resp, (uint)StatusCode.ESME_RINVCMDLEN, 5u));
                await session.WriteAsync((CommandId)0x99, 0, 6);
                refusal = await session.ReadAsync();
                (refusal.Command, refusal.Status, refusal.Sequence).ShouldBe((CommandId.generic_nack, (uint)StatusCode.ESME_RINVCMDID, 6u));
                await session.WriteAsync(CommandId.submit_sm, 0, 7, new string('\0', 17));
                refusal = await session.ReadAsync();
                (refusal.Command, refusal.Status, refusal.Sequence).ShouldBe((CommandId.generic_nack, (uint)StatusCode.ESME_RINVCMDID, 7u));
                for (var i = 0; i < 11; i++)
                    await session.WriteAsync(malformed);
                await session.SwallowAsync();
            },
            session => session.SwallowAsync());
        await using var esme = await Esme.UpAsync(smsc.Port);
        await esme.Handler.UntilAsync(() => esme.Account.Status().Drops == 1);
        esme.Account.Status().LastEnds[0].ShouldStartWith("malformed PDUs in a row");
        esme.Account.Status().Malformed.ShouldBe(13);
    }

    [Fact]
    public async Task Answers_of_the_wrong_command_or_number_are_counted_and_ignored()
    {
        await using var smsc = new RawSmsc(async session =>
        {
            await session.BindAsync();
            var submit = await session.ReadAsync(CommandId.submit_sm);
            await session.WriteAsync(CommandId.enquire_link_resp, 0, submit);
            await session.WriteAsync(CommandId.submit_sm_resp, 0, submit + 1, "wrong\0");
            await session.WriteAsync(CommandId.generic_nack, 3, 0);
            await session.WriteAsync((CommandId)0x80000077, 0, submit);
            await session.WriteAsync(CommandId.submit_sm_resp, 0, submit, "right\0");
            await session.WriteAsync(CommandId.submit_sm_resp, 0, submit, "again\0");
            await session.ServeAsync();
        });
        await using var esme = await Esme.UpAsync(smsc.Port);
        (await esme.SubmitAsync()).ShouldBeOfType<SubmitOutcome.Accepted>().Parts[0].MessageId.ShouldBe("right");
        await esme.Handler.UntilAsync(() => esme.Account.Status().UnknownAnswers == 5);
    }

    [Theory]
    [InlineData(true, 0x02u, "Refused")]
    [InlineData(true, 0x58u, "NotSent")]
    [InlineData(true, 0x00u, "Refused")]
    [InlineData(false, 0x04u, "NotSent")] // not bound there any more: proven not taken
    [InlineData(false, 0x0400u, "Refused")] // a vendor's own
    public async Task Every_way_to_say_no_is_understood(bool byNack, uint status, string outcome)
    {
        await using var smsc = new RawSmsc(async session =>
        {
            await session.BindAsync();
            await session.WriteAsync(byNack ? CommandId.generic_nack : CommandId.submit_sm_resp, status, await session.ReadAsync(CommandId.submit_sm));
            await session.ServeAsync();
        });
        await using var esme = await Esme.UpAsync(smsc.Port);
        (await esme.SubmitAsync()).GetType().Name.ShouldBe(outcome);
    }

    [Fact]
    public async Task An_answer_whose_id_cannot_be_read_is_an_acceptance_without_id()
    {
        await using var smsc = new RawSmsc(async session =>
        {
            await session.BindAsync();
            await session.WriteAsync(CommandId.submit_sm_resp, 0, await session.ReadAsync(CommandId.submit_sm), "no end");
            await session.ServeAsync();
        });
        await using var esme = await Esme.UpAsync(smsc.Port);
        (await esme.SubmitAsync()).ShouldBeOfType<SubmitOutcome.Accepted>().Parts.ShouldBe([new AcceptedPart(1, "", "")]);
    }

    [Fact]
    public async Task A_receipt_in_the_packet_of_the_bind_answer_is_taken()
    {
        await using var smsc = new RawSmsc(async session =>
        {
            var bind = await session.ReadAsync(CommandId.bind_transceiver);
            var text = "id:7 stat:DELIVRD";
            var receipt = new string('\0', 7) + "\u0004" + new string('\0', 8) + (char)text.Length + text;
            await session.WriteAsync([.. RawSession.Frame(CommandId.bind_transceiver_resp, 0, bind, "raw\0"), .. RawSession.Frame(CommandId.deliver_sm, 0, 9, receipt)]);
            (await session.ReadAsync(CommandId.deliver_sm_resp)).ShouldBe(9u);
            await session.ServeAsync();
        });
        await using var esme = Esme.Down(smsc.Port);
        (await esme.Handler.ReceiptAsync()).Keys.ShouldBe(["7"]);
    }

    [Fact]
    public async Task A_data_sm_is_a_message_too()
    {
        await using var smsc = new RawSmsc(async session =>
        {
            await session.BindAsync();
            await session.WriteAsync(CommandId.data_sm, 0, 3, "\0\u0001\u000115551234\0\0\015550001\0\0\0\u0003" + "\u0004\u0024\0\u0004STOP");
            (await session.ReadAsync(CommandId.data_sm_resp)).ShouldBe(3u);
            await session.ServeAsync();
        });
        await using var esme = await Esme.UpAsync(smsc.Port);
        var message = await esme.Handler.MessageAsync();
        (message.From, message.To, message.Text).ShouldBe(("+15551234", "15550001", "STOP"));
    }

    [Fact]
    public async Task A_deliver_sm_on_a_transmitter_is_refused()
    {
        var answers = Channel.CreateUnbounded<(CommandId Kind, CommandId Command, uint Status)>();
        await using var smsc = new RawSmsc(async session =>
        {
            var kind = await session.BindAsync();
            await session.WriteAsync(CommandId.deliver_sm, 0, 3, new string('\0', 17));
            var answer = await session.ReadAsync();
            answers.Writer.TryWrite((kind, answer.Command, answer.Status));
            await session.ServeAsync();
        });
        await using var esme = Esme.Down(smsc.Port, options => (options.Transceivers, options.Transmitters, options.Receivers) = (0, 1, 1));
        for (var i = 0; i < 2; i++)
        {
            var (kind, command, status) = await answers.Reader.ReadAsync().AsTask().InTime();
            command.ShouldBe(CommandId.deliver_sm_resp);
            status.ShouldBe(kind == CommandId.bind_receiver ? 0 : (uint)StatusCode.ESME_RINVBNDSTS);
        }
    }
}
