using CsCheck;
using Herald.Smpp.Inbound;
using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;
using Herald.Smpp.Text;
using Microsoft.Extensions.Time.Testing;

namespace Herald.Smpp.Tests.Inbound;

public class ReassemblyTests
{
    private readonly FakeTimeProvider time = new();
    private readonly List<InboundMessage> handled = [];
    private readonly Reassembly reassembly;
    private bool succeed = true;

    public ReassemblyTests() => reassembly = new Reassembly(time, parts =>
    {
        handled.Add(InboundDecoder.Join(parts, SmsAlphabet.Gsm7));
        return ValueTask.FromResult(succeed);
    });

    [Fact]
    public void Parts_in_any_order_become_the_text()
    {
        var texts = Any.Of("a", "€", "😀", "漢字", "plain text ").Array[1, 200].Select(string.Concat);
        Gen.Select(texts, Any.Of(SmsConcatenation.Udh8, SmsConcatenation.Udh16, SmsConcatenation.Sar), Gen.UInt).Sample((text, concatenation, seed) =>
        {
            handled.Clear();
            Pass(Reassembly.PartTimeout * 2); // nothing of the case before is remembered
            var deliveries = Parts(text, concatenation, (ushort)seed).OrderBy(part => HashCode.Combine(seed, Convert.ToHexString(part.Content))).ToList();
            var answers = deliveries.Select(Add).ToList();
            handled.ShouldHaveSingleItem().Text.ShouldBe(text);
            answers.ConvertAll(Said).ShouldAllBe(said => said == StatusCode.ESME_ROK);
            reassembly.Waiting.ShouldBe(0);
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void No_part_is_answered_before_the_whole_is_handled()
    {
        var parts = ThreeParts();
        var first = Add(parts[0]);
        var second = Add(parts[1]);
        first.IsCompleted.ShouldBeFalse();
        Said(Add(parts[2])).ShouldBe(StatusCode.ESME_ROK);
        Said(first).ShouldBe(StatusCode.ESME_ROK);
        Said(second).ShouldBe(StatusCode.ESME_ROK);
    }

    [Fact]
    public void An_smsc_that_sends_one_at_a_time_gets_its_answer_after_the_hold()
    {
        var parts = ThreeParts();
        foreach (var part in parts.Take(2))
        {
            var answer = Add(part);
            Pass(Reassembly.HoldAnswer);
            Said(answer).ShouldBe(StatusCode.ESME_ROK);
        }
        Said(Add(parts[2])).ShouldBe(StatusCode.ESME_ROK);
        handled.ShouldHaveSingleItem().MissingParts.ShouldBe(0);
    }

    [Fact]
    public void Parts_that_never_come_are_left_out_in_the_end()
    {
        var parts = ThreeParts();
        Add(parts[0]);
        Add(parts[2]);
        Pass(Reassembly.PartTimeout - TimeSpan.FromSeconds(1));
        handled.ShouldBeEmpty();
        Pass(TimeSpan.FromSeconds(1));
        var message = handled.ShouldHaveSingleItem();
        message.Parts.ShouldBe(3);
        message.MissingParts.ShouldBe(1);
        message.Text.ShouldBe(new string('a', 153) + new string('a', 14));
        reassembly.Waiting.ShouldBe(0);
    }

    [Fact]
    public void A_message_that_could_not_be_handled_is_asked_for_again_but_for_what_was_acknowledged()
    {
        var parts = ThreeParts();
        var acknowledged = Add(parts[0]);
        Pass(Reassembly.HoldAnswer);
        Said(acknowledged).ShouldBe(StatusCode.ESME_ROK);
        succeed = false;
        var held = Add(parts[1]);
        Said(Add(parts[2])).ShouldBe(StatusCode.ESME_RX_T_APPN);
        Said(held).ShouldBe(StatusCode.ESME_RX_T_APPN);

        succeed = true;
        Add(parts[2]);
        Said(Add(parts[1])).ShouldBe(StatusCode.ESME_ROK);
        handled.Count.ShouldBe(2);
        handled[1].MissingParts.ShouldBe(0);
    }

    [Fact]
    public void A_part_that_comes_twice_counts_once_and_both_are_answered()
    {
        var parts = ThreeParts();
        var first = Add(parts[0]);
        var again = Add(parts[0]);
        Add(parts[1]);
        handled.ShouldBeEmpty();
        Add(parts[2]);
        handled.ShouldHaveSingleItem().Text!.Length.ShouldBe(320);
        Said(first).ShouldBe(StatusCode.ESME_ROK);
        Said(again).ShouldBe(StatusCode.ESME_ROK);
    }

    [Fact]
    public void A_part_repeated_after_its_message_was_handled_begins_nothing()
    {
        var parts = ThreeParts();
        parts.ForEach(part => Add(part));
        Said(Add(parts[1])).ShouldBe(StatusCode.ESME_ROK);
        reassembly.Waiting.ShouldBe(0);
        Add(parts[1] with { Content = [.. parts[1].Content[..^1], (byte)'z'] }); // the reference used again
        reassembly.Waiting.ShouldBe(1);
        Pass(Reassembly.PartTimeout + TimeSpan.FromSeconds(1));
        Add(parts[0]);
        reassembly.Waiting.ShouldBe(1);
    }

    [Fact]
    public void A_flood_of_first_parts_pushes_the_oldest_out_and_is_bounded()
    {
        for (var i = 0; i < Reassembly.MaxGroups + 5; i++)
        {
            Add(Parts(new string('a', 200), SmsConcatenation.Udh16, (ushort)i)[0]);
            time.Advance(TimeSpan.FromMilliseconds(1));
        }
        reassembly.Waiting.ShouldBe(Reassembly.MaxGroups);
        handled.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_stop_gives_back_what_was_not_acknowledged_and_handles_the_rest()
    {
        var parts = ThreeParts();
        Said(Add(parts[0])).ShouldBeNull();
        Pass(Reassembly.HoldAnswer);
        var held = Add(parts[1]);
        await reassembly.StopAsync();
        Said(held).ShouldBe(StatusCode.ESME_RX_T_APPN);
        handled.ShouldHaveSingleItem().MissingParts.ShouldBe(2);
    }

    private static StatusCode? Said(Task<StatusCode> answer) => answer.IsCompletedSuccessfully ? answer.Result : null;

    private static List<Delivery> ThreeParts() => Parts(new string('a', 320), SmsConcatenation.Udh8, 9);

    private static List<Delivery> Parts(string text, SmsConcatenation concatenation, ushort reference)
    {
        var segmented = SmppText.Segment(text, new SmppTextRules { Concatenation = concatenation });
        return [.. segmented.Parts.Select((body, i) => new Delivery(
            new(TypeOfNumber.International, NumberingPlan.Isdn, "15551234"), new(TypeOfNumber.Unknown, NumberingPlan.Unknown, "15550001"),
            (byte)(concatenation == SmsConcatenation.Sar || segmented.Parts.Count == 1 ? 0 : 0x40),
            segmented.DataCoding,
            concatenation == SmsConcatenation.Sar || segmented.Parts.Count == 1
                ? body.ToArray()
                : [.. UserDataHeader.Write(concatenation, reference, segmented.Parts.Count, i + 1), .. body.Span],
            null, null, null,
            concatenation == SmsConcatenation.Sar ? new Sar(reference, (byte)segmented.Parts.Count, (byte)(i + 1)) : default))];
    }

    private Task<StatusCode> Add(Delivery delivery)
    {
        var (key, number, total) = InboundDecoder.PlaceOf(delivery);
        if (total > 1)
            return reassembly.AddAsync(delivery, key, number);
        handled.Add(InboundDecoder.Join([delivery], SmsAlphabet.Gsm7));
        return Task.FromResult(StatusCode.ESME_ROK);
    }

    private void Pass(TimeSpan span)
    {
        time.Advance(span);
        reassembly.Sweep();
    }
}
