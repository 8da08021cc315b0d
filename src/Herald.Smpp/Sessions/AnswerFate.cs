namespace Herald.Smpp.Sessions;

internal enum AnswerFate
{
    Answered,

    /// <summary>The connection ended before the request was handed to the socket.</summary>
    NeverLeft,

    /// <summary>It may have arrived; no answer came in time or before the connection ended.</summary>
    Missing,
}
