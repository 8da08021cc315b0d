namespace Herald.Sip.Messages;

/// <summary>Why a message was refused: the status a request earns, and what would have been right.</summary>
internal sealed record SipFault(int Status, string Detail);
