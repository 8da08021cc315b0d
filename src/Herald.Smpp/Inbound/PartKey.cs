namespace Herald.Smpp.Inbound;

/// <summary>What the parts of one message have in common (3GPP TS 23.040 §9.2.3.24.1).</summary>
internal readonly record struct PartKey(string From, string To, bool Wide, ushort Reference, byte Total);
