using System.Net;
using Herald.Sip.Calls;

namespace Herald.Sip;

/// <summary>A call that rings at one of our numbers.</summary>
public sealed class IncomingCall
{
    private readonly InboundSetup setup;

    internal IncomingCall(InboundSetup setup) => this.setup = setup;

    /// <summary>The number called, user part of the Request-URI.</summary>
    public string To => setup.Called;

    /// <summary>The caller's number: P-Asserted-Identity where there is one, else From; empty when hidden.</summary>
    public string From => setup.Caller;

    public string CallId => setup.CallId;

    /// <summary>Where it came from.</summary>
    public IPEndPoint Source => setup.Source;

    /// <summary>Answers. Null when the caller has given up, or offers no media that we speak (he hears 488).</summary>
    /// <param name="maxDuration">Longest talk; default 2 h.</param>
    public Task<Call?> AnswerAsync(TimeSpan? maxDuration = null) => setup.AnswerAsync(maxDuration ?? TimeSpan.FromHours(2));

    /// <summary>Refuses with a status of 400..699.</summary>
    public void Refuse(int status = 480)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 699);
        setup.Refuse(status);
    }
}
