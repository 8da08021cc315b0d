namespace Herald.Sip.Messages;

/// <summary>A message, or a fault; a fault with a message is a request readable enough to be answered.</summary>
internal readonly record struct ParseResult(SipMessage? Message, SipFault? Fault)
{
    public bool Ok => Fault is null && Message is not null;
}
