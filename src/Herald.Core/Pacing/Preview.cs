namespace Herald.Core.Pacing;

/// <summary>Preview mode: how many new offers may be made.</summary>
public static class Preview
{
    /// <summary>Available representatives minus previews that already wait for one.</summary>
    public static int Offers(int available, int waiting) => Math.Max(0, available - waiting);

    /// <summary>Queued without availability check: up to a number of waiting offers.</summary>
    /// <param name="mostWaiting">1..50; null = 50.</param>
    public static int OffersUnchecked(int? mostWaiting, int waiting) => Math.Max(0, Math.Clamp(mostWaiting ?? 50, 1, 50) - waiting);
}
