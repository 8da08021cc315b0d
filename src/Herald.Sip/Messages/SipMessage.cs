namespace Herald.Sip.Messages;

/// <summary>A request or a response. The parsed forms are read once; set them again by writing the header before the first read.</summary>
internal abstract class SipMessage
{
    private Via? via;
    private CSeq? cseq;
    private NameAddr? from;
    private NameAddr? to;

    public SipHeaders Headers { get; } = new();

    public byte[] Body { get; set; } = [];

    public string CallId => Headers[HeaderNames.CallId] ?? "";

    public Via? TopVia => via ??= Headers.List(HeaderNames.Via) is [var first, ..] ? Via.Parse(first) : null;

    public CSeq? CSeq => cseq ??= Headers[HeaderNames.CSeq] is { } text ? Messages.CSeq.Parse(text) : null;

    public NameAddr? From => from ??= Headers[HeaderNames.From] is { } text ? NameAddr.Parse(text) : null;

    public NameAddr? To => to ??= Headers[HeaderNames.To] is { } text ? NameAddr.Parse(text) : null;

    /// <summary>First Contact's URI, the remote target of a dialog.</summary>
    public SipUri? ContactUri => Headers.List(HeaderNames.Contact) is [var first, ..] ? NameAddr.Parse(first)?.Uri : null;

    public bool HasSdp =>
        Body.Length > 0 && Headers[HeaderNames.ContentType] is { } type
        && type.AsSpan().Trim().StartsWith("application/sdp", StringComparison.OrdinalIgnoreCase);

    public void SetSdp(byte[] sdp)
    {
        Headers.Set(HeaderNames.ContentType, "application/sdp");
        Body = sdp;
    }

    /// <summary>Writes into the top Via where the message really came from.</summary>
    public void StampVia(System.Net.IPEndPoint source)
    {
        var rows = Headers.List(HeaderNames.Via);
        if (TopVia is null || rows.Count == 0)
            return;
        via = TopVia.Stamped(source);
        rows[0] = via.ToString();
        Headers.Remove(HeaderNames.Via);
        for (var i = rows.Count - 1; i >= 0; i--)
            Headers.AddFirst(HeaderNames.Via, rows[i]);
    }

    public abstract string StartLine { get; }
}
