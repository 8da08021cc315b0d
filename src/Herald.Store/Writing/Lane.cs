namespace Herald.Store.Writing;

/// <summary>What waits for the writer, in the order of turns: what was attempted comes before what may be.</summary>
internal enum Lane
{
    Outcomes = 0,
    Starts = 1,
    Intake = 2,
    Rest = 3,
}
