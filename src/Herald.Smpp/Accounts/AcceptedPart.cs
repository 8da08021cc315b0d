namespace Herald.Smpp.Accounts;

/// <summary>One submit_sm that the SMSC accepted.</summary>
/// <param name="Number">From 1.</param>
/// <param name="MessageId">As the SMSC spelt it; may be empty when its answer was illegible.</param>
/// <param name="Key">What receipts are matched by (<see cref="Inbound.MessageIdKey"/>, <see cref="Inbound.DeliveryReceipt.Keys"/>).</param>
public sealed record AcceptedPart(int Number, string MessageId, string Key);
