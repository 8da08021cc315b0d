using CsCheck;
using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;
using Herald.Smpp.Tests.Protocol;
using Herald.Smpp.Tests.Smscs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Herald.Smpp.Tests.Sessions;

/// <summary>One session on a wire without sockets and a clock that stands still.</summary>
public sealed class SmppBindTests : IAsyncDisposable
{
    private static readonly byte[] BindAnswer = RawSession.Frame(CommandId.bind_transceiver_resp, 0, 1, "raw\0");

    private const uint FirstSubmit = 2; // the bind is 1

    private readonly FakeTimeProvider time = new();
    private readonly WireStream wire = new();
    private readonly Owner owner = new();
    private readonly BindCounters counters = new();
    private readonly SmppBind bind;
    private Task<string>? run;

    public SmppBindTests() => bind = NewBind(wire, owner, counters, time);

    public ValueTask DisposeAsync() => bind.DisposeAsync();

    [Fact]
    public async Task What_had_not_been_handed_to_the_socket_never_left_and_the_rest_is_unanswered()
    {
        await BindAsync();
        var gate = new TaskCompletionSource();
        wire.WriteGate = gate.Task;
        var first = Submit(0);
        await wire.UntilAsync(() => wire.IsWriting);
        var second = Submit(1);
        var third = Submit(2);
        bind.Close("test");
        gate.SetResult();
        (await first.InTime()).Fate.ShouldBe(AnswerFate.Missing);
        (await second.InTime()).ShouldBe(Answer.NeverLeft);
        (await third.InTime()).ShouldBe(Answer.NeverLeft);
        bind.TrySubmit(Message, "r", 1, out _).ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_is_given_up_after_the_response_timeout_and_not_before()
    {
        await BindAsync();
        var answer = Submit(0);
        time.Advance(TimeSpan.FromSeconds(29));
        answer.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(2));
        (await answer.InTime()).Fate.ShouldBe(AnswerFate.Missing);
        bind.FreeSlots.ShouldBe(10);
    }

    [Fact]
    public async Task A_late_answer_is_told_once_and_a_second_one_is_unknown()
    {
        await BindAsync();
        var answer = Submit(0);
        time.Advance(TimeSpan.FromSeconds(31));
        (await answer.InTime()).Fate.ShouldBe(AnswerFate.Missing);
        var late = RawSession.Frame(CommandId.submit_sm_resp, 0, 2, "id\0");
        wire.Receive([.. late, .. late]);
        await EndAsync();
        owner.Late.ShouldBe([new LateAnswer("r", 1, 0, "id")]);
        counters.LateAnswers.ShouldBe(1);
        counters.UnknownAnswers.ShouldBe(1);
    }

    [Fact]
    public async Task A_window_of_submits_without_any_answer_ends_the_session()
    {
        await BindAsync();
        List<Task<Answer>> answers = [.. Enumerable.Range(0, 9).Select(Submit)];
        time.Advance(TimeSpan.FromSeconds(31));
        await Task.WhenAll(answers).InTime();
        bind.IsBound.ShouldBeTrue();
        var last = Submit(9);
        time.Advance(TimeSpan.FromSeconds(31));
        (await last.InTime()).Fate.ShouldBe(AnswerFate.Missing);
        (await run!.InTime()).ShouldBe("submits were not answered");
        bind.WasSilent.ShouldBeTrue();
    }

    [Fact]
    public async Task One_answer_among_them_keeps_the_session()
    {
        await BindAsync();
        List<Task<Answer>> answers = [.. Enumerable.Range(0, 9).Select(Submit)];
        time.Advance(TimeSpan.FromSeconds(31));
        await Task.WhenAll(answers).InTime();
        var answered = Submit(9);
        wire.Receive(RawSession.Frame(CommandId.submit_sm_resp, 0, FirstSubmit + 9, "id\0"));
        (await answered.InTime()).IsOk.ShouldBeTrue();
        answers = [.. Enumerable.Range(0, 9).Select(Submit)];
        time.Advance(TimeSpan.FromSeconds(31));
        await Task.WhenAll(answers).InTime();
        bind.IsBound.ShouldBeTrue();
    }

    [Fact]
    public async Task More_deliveries_than_can_be_held_are_refused_for_now_and_reading_goes_on()
    {
        await BindAsync();
        var release = new TaskCompletionSource<StatusCode>();
        owner.Handle = _ => new ValueTask<StatusCode>(release.Task);
        for (var i = 0u; i < 1_003; i++)
            wire.Receive(RawSession.Frame(CommandId.deliver_sm, 0, 100 + i, new string('\0', 17)));
        var answer = Submit(0);
        wire.Receive(RawSession.Frame(CommandId.submit_sm_resp, 0, 2, "id\0"));
        (await answer.InTime()).IsOk.ShouldBeTrue();
        await wire.UntilAsync(() => DeliveryAnswers().Count == 3);
        DeliveryAnswers().ShouldAllBe(status => status == StatusCode.ESME_RX_T_APPN);
        release.SetResult(StatusCode.ESME_ROK);
        await wire.UntilAsync(() => DeliveryAnswers().Count(status => status == StatusCode.ESME_ROK) == 1_000);
    }

    [Fact]
    public async Task Whatever_follows_the_bind_the_session_ends_and_nobody_waits_for_ever()
    {
        var pieces = Gen.OneOf(
            Gen.Byte.Array[0, 64],
            PduFuzzTests.NearlyPdu,
            // Answers to requests that are really open, with any status and body.
            Gen.Select(Gen.UInt[1, 6], Gen.UInt[0, 0x60], Gen.Byte.Array[0, 20], Any.Of(CommandId.submit_sm_resp, CommandId.generic_nack, CommandId.unbind_resp, CommandId.enquire_link_resp),
                (sequence, status, body, command) => RawSession.Frame(command, status, sequence, System.Text.Encoding.Latin1.GetString(body))));
        await Gen.Select(pieces.Array[0, 30], Gen.Int[1, 200]).SampleAsync(async (stream, chunk) =>
        {
            var fuzzTime = new FakeTimeProvider();
            var fuzzWire = new WireStream();
            var failing = 0;
            var fuzzOwner = new Owner { Handle = _ => ValueTask.FromResult(failing++ % 2 == 0 ? StatusCode.ESME_ROK : StatusCode.ESME_RX_T_APPN) };
            await using var fuzzBind = NewBind(fuzzWire, fuzzOwner, new BindCounters(), fuzzTime);
            var run = fuzzBind.RunAsync();
            var bound = fuzzBind.BindAsync();
            fuzzWire.Receive(BindAnswer);
            (await bound.InTime()).IsOk.ShouldBeTrue();
            List<Task<Answer>> answers = [];
            for (var i = 0; i < 5; i++)
            {
                fuzzBind.TrySubmit(Message, "r", 1, out var answer).ShouldBeTrue();
                answers.Add(answer);
            }
            foreach (var piece in stream.SelectMany(octets => octets).Chunk(chunk))
                fuzzWire.Receive(piece);
            fuzzWire.End();
            (await run.InTime()).ShouldNotBeEmpty();
            await Task.WhenAll(answers).InTime();
            fuzzBind.InFlight.ShouldBe(0);
            fuzzBind.FreeSlots.ShouldBe(0);
        }, iter: 3_000);
    }

    private static SubmitSm Message { get; } = new()
    {
        Source = new(TypeOfNumber.Alphanumeric, NumberingPlan.Unknown, "Herald"),
        Destination = new(TypeOfNumber.International, NumberingPlan.Isdn, "15551230000"),
    };

    private static SmppBind NewBind(WireStream wire, Owner owner, BindCounters counters, TimeProvider time) =>
        new(new BindSettings { Kind = CommandId.bind_transceiver, SystemId = "esme", Password = "secret", EnquireLinkInterval = TimeSpan.FromHours(1) }, wire, owner, counters, time, NullLogger.Instance);

    private async Task BindAsync()
    {
        run = bind.RunAsync();
        var bound = bind.BindAsync();
        wire.Receive(BindAnswer);
        (await bound.InTime()).IsOk.ShouldBeTrue();
        await wire.UntilAsync(() => wire.Written.Length > 0 && !wire.IsWriting);
    }

    private Task<Answer> Submit(int number)
    {
        bind.TrySubmit(Message, "r", 1, out var answer).ShouldBeTrue($"submit {number}");
        return answer;
    }

    private async Task EndAsync()
    {
        wire.End();
        await run!.InTime();
    }

    private List<StatusCode> DeliveryAnswers() =>
        [.. Frames(wire.Written).Where(frame => frame.Command == CommandId.deliver_sm_resp).Select(frame => frame.Status)];

    private static List<(CommandId Command, StatusCode Status)> Frames(byte[] octets)
    {
        var frames = new List<(CommandId, StatusCode)>();
        for (var at = 0; at < octets.Length;)
        {
            var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(octets.AsSpan(at));
            PduView.Read(octets.AsSpan(at, length), out var pdu);
            frames.Add((pdu.Command, pdu.Status));
            at += length;
        }
        return frames;
    }
}
