namespace Herald.Smpp.Accounts;

/// <summary>Segments a second. May go into debt for the further parts of a message, which are then sent when they are due.</summary>
internal sealed class TokenBucket
{
    private readonly double perSecond;
    private readonly double capacity;
    private double tokens;
    private long at;

    /// <param name="perSecond">More than 0.</param>
    /// <param name="burst">Time whose tokens may gather; never less than one token.</param>
    /// <param name="now">Ticks of 100 ns.</param>
    public TokenBucket(double perSecond, TimeSpan burst, long now)
    {
        this.perSecond = perSecond;
        capacity = Math.Max(1, perSecond * burst.TotalSeconds);
        tokens = capacity;
        at = now;
    }

    public bool IsFull(long now) => Refill(now) >= capacity;

    public int Available(long now) => (int)Math.Max(0, Math.Floor(Refill(now)));

    public void Take(int count) => tokens -= count;

    public void GiveBack(int count) => tokens = Math.Min(capacity, tokens + count);

    /// <summary>Time until part <paramref name="number"/> (from 1) of a message taken now is due.</summary>
    public TimeSpan DueIn(int number, long now) => TimeSpan.FromSeconds(Math.Max(0, (number - Refill(now)) / perSecond));

    private double Refill(long now)
    {
        if (now > at)
        {
            tokens = Math.Min(capacity, tokens + perSecond * (now - at) / TimeSpan.TicksPerSecond);
            at = now;
        }
        return tokens;
    }
}
