namespace Herald.Store.Queue;

/// <summary>msdynmkt_source, value minus 534120000.</summary>
public enum ConsentSource
{
    Internal = 0,
    TextMessage = 2,
    Loaded = 3,
}
