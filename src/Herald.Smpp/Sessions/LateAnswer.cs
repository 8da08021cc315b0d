using Herald.Smpp.Protocol;

namespace Herald.Smpp.Sessions;

/// <summary>A submit_sm_resp that came after its message had been reported as unanswered.</summary>
/// <param name="Reference">The caller's reference of the message.</param>
/// <param name="Part">From 1.</param>
/// <param name="Status">command_status; 0: the message was accepted after all.</param>
/// <param name="MessageId">As the SMSC spelt it; empty when refused.</param>
public sealed record LateAnswer(string Reference, int Part, uint Status, string MessageId)
{
    /// <summary>Its name, or its number in hexadecimal where the specification has none.</summary>
    public string StatusName => StatusTable.NameOf((StatusCode)Status);
}
