using Herald.Sip.Calls;
using Herald.Sip.Core;
using Herald.Sip.Media;

namespace Herald.Sip;

/// <summary>One call, either direction. Every member may be used from any thread, and after the end.</summary>
public sealed class Call
{
    private readonly CallCore core;

    internal Call(CallCore core) => this.core = core;

    internal CallCore Core => core;

    /// <summary>Call-ID of the last attempt; empty before the first.</summary>
    public string CallId => core.CallId;

    /// <summary>Events in order, to be read by one reader; completes after <see cref="CallEvent.Ended"/>.</summary>
    public IAsyncEnumerable<CallEvent> Events => core.Story.Events.ReadAllAsync();

    /// <summary>True at the answer, false when the call ended without one. Never faults.</summary>
    public Task<bool> Answered => core.Story.Answer;

    /// <summary>The end. Never faults.</summary>
    public Task<CallEnd> Ended => core.Story.Ended;

    public CallTimes Times => core.Story.Times;

    public MediaStats Media => core.Media?.Stats ?? MediaStats.None;

    /// <summary>Speaks after what is already being spoken. 8 kHz samples, see <see cref="Wav.Read(string)"/>.</summary>
    /// <param name="samples">8 kHz, 16 bits, mono.</param>
    /// <param name="stopOnDtmf">A key ends it, and what waits behind it with the same wish.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<PlayEnd> PlayAsync(ReadOnlyMemory<short> samples, bool stopOnDtmf = false, CancellationToken cancel = default)
    {
        if (core.Media is not { } media)
            return PlayEnd.CallEnded;
        var playback = media.Play(samples, stopOnDtmf);
        await using var registered = cancel.Register(() => media.Stop(playback));
        return await playback.Done;
    }

    /// <summary>Presses keys; completes when the last one is out. RFC 4733 where the peer takes it, else tones.</summary>
    /// <exception cref="ArgumentException">A character is no key.</exception>
    public Task SendDtmfAsync(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        if (!DtmfDigits.AreKeys(digits))
            throw new ArgumentException("Keys are 0-9, *, #, A-D.", nameof(digits));
        return core.Media?.SendKeys(digits) ?? Task.CompletedTask;
    }

    /// <summary>Hangs up, or cancels while it rings; completes with the end. Safe to repeat.</summary>
    public Task<CallEnd> HangUpAsync()
    {
        core.Sip.Loop.Post(core.Stop);
        return Ended;
    }
}
