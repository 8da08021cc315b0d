namespace Herald.Sip.Media;

/// <summary>Takes what was heard and said, 20 ms at a time, on the media thread; must not block.</summary>
internal interface IFrameSink
{
    /// <param name="heard">160 samples from the peer; silence where a packet is missing.</param>
    /// <param name="said">160 samples we sent.</param>
    void Frame(ReadOnlySpan<short> heard, ReadOnlySpan<short> said);
}
