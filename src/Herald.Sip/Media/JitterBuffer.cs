namespace Herald.Sip.Media;

/// <summary>
/// Puts received audio back in order by sequence number and hands out one 20 ms frame a tick. Fixed depth: 3 frames are
/// gathered before the first leaves, 16 at most are held. Pure: no clock, no lock.
/// </summary>
internal sealed class JitterBuffer
{
    /// <summary>Frames gathered before playing starts: 60 ms rides out ordinary jitter.</summary>
    public const int Depth = 3;

    private const int Slots = 16;
    private const int Jump = 200; // further back is no late packet but a new count

    // Used again and again: a new one a packet would be 4 MB a second at 500 calls, and each collection stops the media thread.
    private readonly byte[]?[] payloads = new byte[Slots][];
    private readonly bool[] filled = new bool[Slots];
    private ushort next;
    private ushort? played;
    private bool started;
    private int held;
    private int idleTicks;

    /// <summary>Frames whose turn came while they were missing.</summary>
    public long Lost { get; private set; }

    /// <summary>Packets that came after their turn, twice, or too far ahead.</summary>
    public long Discarded { get; private set; }

    private bool Gathering => !started;

    public void Add(ushort sequence, ReadOnlySpan<byte> payload)
    {
        if (played is { } last && (short)(sequence - last) is <= 0 and > -Jump)
        {
            Discarded++;
            return;
        }
        if (held == 0 && Gathering)
            next = sequence;
        var ahead = (short)(sequence - next);
        if (ahead < 0 && Gathering && ahead > Depth - Slots)
        {
            next = sequence; // an earlier packet while still gathering: start there
            ahead = 0;
        }
        if (ahead is >= Slots or <= -Jump)
        {
            Restart(sequence); // a jump: the sender began anew (RFC 3550 A.1, without probation)
            ahead = 0;
        }
        var slot = sequence % Slots;
        if (ahead < 0 || filled[slot])
        {
            Discarded++;
            return;
        }
        if (payloads[slot]?.Length != payload.Length)
            payloads[slot] = new byte[payload.Length];
        payload.CopyTo(payloads[slot]);
        filled[slot] = true;
        held++;
    }

    /// <summary>The frame whose turn it is, to be used before the next <see cref="Add"/>; null = missing or nothing flows.</summary>
    public byte[]? Take()
    {
        if (Gathering && held < Depth && !(held > 0 && ++idleTicks > Depth))
            return null;
        started = true;
        idleTicks = 0;
        if (held == 0)
        {
            started = false; // underrun: gather again rather than count silence as loss
            return null;
        }
        played = next;
        var slot = next++ % Slots;
        if (!filled[slot])
        {
            Lost++;
            return null;
        }
        filled[slot] = false;
        held--;
        return payloads[slot];
    }

    private void Restart(ushort sequence)
    {
        Discarded += held;
        Array.Clear(filled);
        held = 0;
        started = false;
        played = null;
        next = sequence;
    }
}
