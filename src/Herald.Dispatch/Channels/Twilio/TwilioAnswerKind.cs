namespace Herald.Dispatch.Channels.Twilio;

internal enum TwilioAnswerKind
{
    Taken,

    /// <summary>Proven: the provider has nothing of it.</summary>
    NotTaken,

    /// <summary>For good.</summary>
    Refused,

    /// <summary>A server error, or a success without an id: never sent again on a guess.</summary>
    Unclear,
}
