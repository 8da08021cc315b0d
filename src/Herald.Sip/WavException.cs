namespace Herald.Sip;

/// <summary>A file that is no 8 kHz, 16-bit, mono PCM WAV; the message says what it is and what would be right.</summary>
public sealed class WavException : Exception
{
    public WavException(string message)
        : base(message)
    {
    }

    public WavException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public WavException()
    {
    }
}
