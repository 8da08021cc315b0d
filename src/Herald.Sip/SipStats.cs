namespace Herald.Sip;

/// <summary>Counters and levels of an endpoint.</summary>
/// <param name="Calls">Calls up or on their way, both directions.</param>
/// <param name="Started">Outbound calls asked for since the start.</param>
/// <param name="Answered">Of these, answered.</param>
/// <param name="Strangers">Messages outside our dialogs that were answered without state, or dropped.</param>
/// <param name="MediaTicks">20 ms frames served.</param>
/// <param name="LateMediaTicks">Of these, later than 5 ms after their time.</param>
public sealed record SipStats(int Calls, long Started, long Answered, long Strangers, long MediaTicks, long LateMediaTicks);
