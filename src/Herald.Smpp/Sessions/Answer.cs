using Herald.Smpp.Protocol;

namespace Herald.Smpp.Sessions;

/// <summary>What became of one request.</summary>
/// <param name="Fate">Whether it was answered at all.</param>
/// <param name="Status">Of an answered one.</param>
/// <param name="MessageId">Of an accepted submit_sm; empty elsewhere.</param>
internal readonly record struct Answer(AnswerFate Fate, StatusCode Status, string MessageId)
{
    public static readonly Answer NeverLeft = new(AnswerFate.NeverLeft, StatusCode.ESME_ROK, "");
    public static readonly Answer Missing = new(AnswerFate.Missing, StatusCode.ESME_ROK, "");

    public bool IsOk => Fate == AnswerFate.Answered && Status == StatusCode.ESME_ROK;
}
