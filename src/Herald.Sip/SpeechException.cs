namespace Herald.Sip;

/// <summary>Text could not be spoken; the message says what the engine said.</summary>
public sealed class SpeechException : Exception
{
    public SpeechException(string message)
        : base(message)
    {
    }

    public SpeechException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public SpeechException()
    {
    }
}
