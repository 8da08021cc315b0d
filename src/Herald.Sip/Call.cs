using Herald.Sip.Calls;
using Herald.Sip.Core;
using Herald.Sip.Media;
using Herald.Sip.Messages;

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

    public MediaStats Media => core.Story.Media();

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

    /// <summary>Records from now to the end, or until disposed: stereo WAV, left = heard, right = said.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public IAsyncDisposable RecordTo(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new Recording(core, new Recorder(path));
    }

    /// <summary>Hands the person on (REFER, RFC 3515) and completes with the final SIP status of the new call as the peer reports it; 2xx = it stands, and we may hang up.</summary>
    /// <param name="target">A <c>sip:</c> or <c>tel:</c> URI.</param>
    /// <returns>0 = not answered, or the call ended first; a refusal of the REFER by its own status; 491 = one is under way.</returns>
    /// <exception cref="ArgumentException">No such URI.</exception>
    public Task<int> TransferAsync(string target)
    {
        if (SipUri.Parse(target) is null)
            throw new ArgumentException("The target is a sip:, sips: or tel: URI.", nameof(target));
        return ReferAsync(() => target);
    }

    /// <summary>The same to the person on another answered call of ours, whose place the first one takes (Replaces, RFC 3891).</summary>
    public Task<int> TransferAsync(Call other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferAsync(() => other.core.Dialog is { } standing
            ? standing.Dialog.Target + "?Replaces=" + Uri.EscapeDataString(standing.Dialog.ReplacesValue)
            : null);
    }

    private async Task<int> ReferAsync(Func<string?> target)
    {
        var asked = await core.Sip.Loop.AskAsync(() =>
            core.Dialog is { } standing && target() is { } uri ? standing.Refer(uri) : Task.FromResult(0));
        return await asked;
    }

    /// <summary>Hangs up, or cancels while it rings; completes with the end. Safe to repeat.</summary>
    public Task<CallEnd> HangUpAsync()
    {
        core.Sip.Loop.Post(core.Stop);
        return Ended;
    }
}
