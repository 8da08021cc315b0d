using Herald.Store.Queue;
using NodaTime;

namespace Herald.Dispatch.Dispatching;

/// <summary>What became of one pick.</summary>
/// <param name="Picked">Rows read.</param>
/// <param name="Count">Attempts handed over.</param>
/// <param name="Units">Their rate units.</param>
/// <param name="Left">Rows of the pick stay ready: twins of a limit key, rows the start refused.</param>
/// <param name="Floor">The last row before the first one left.</param>
/// <param name="Again">Come again then, not at once: the start refused everything.</param>
internal readonly record struct Starting(int Picked, int Count, int Units, bool Left, PickFloor? Floor, bool Suspended, Instant? Again);
