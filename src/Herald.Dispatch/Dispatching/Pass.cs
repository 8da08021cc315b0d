using NodaTime;

namespace Herald.Dispatch.Dispatching;

/// <summary>What a pass did and when the next one is due.</summary>
/// <param name="NextAt">Not before this, unless woken; null = nothing is known to come.</param>
/// <param name="Staged">Due rows looked at.</param>
/// <param name="Started">Attempts handed to the channel.</param>
public readonly record struct Pass(Instant? NextAt, int Staged, int Started);
