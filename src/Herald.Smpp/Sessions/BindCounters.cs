namespace Herald.Smpp.Sessions;

/// <summary>What the binds of one account count over their lives.</summary>
internal sealed class BindCounters
{
    private long lateAnswers;
    private long unknownAnswers;
    private long malformed;
    private long drops;

    public long LateAnswers => Interlocked.Read(ref lateAnswers);

    public long UnknownAnswers => Interlocked.Read(ref unknownAnswers);

    public long Malformed => Interlocked.Read(ref malformed);

    public long Drops => Interlocked.Read(ref drops);

    public void LateAnswer() => Interlocked.Increment(ref lateAnswers);

    public void UnknownAnswer() => Interlocked.Increment(ref unknownAnswers);

    public void MalformedPdu() => Interlocked.Increment(ref malformed);

    public void Dropped() => Interlocked.Increment(ref drops);
}
