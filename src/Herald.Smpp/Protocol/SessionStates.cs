namespace Herald.Smpp.Protocol;

/// <summary>States of an SMPP session (SMPP 3.4 §2.2).</summary>
[Flags]
internal enum SessionStates : byte
{
    None = 0,
    Open = 1,
    BoundTx = 2,
    BoundRx = 4,
    BoundTrx = 8,
    Sending = BoundTx | BoundTrx,
    Receiving = BoundRx | BoundTrx,
    Bound = BoundTx | BoundRx | BoundTrx,
    Any = Open | Bound,
}
