using Herald.Core.Deliveries;

namespace Herald.Core.Outcomes;

/// <summary>The sentence beside every result, for deliveries whose reason says no more.</summary>
public static class ResultSentences
{
    public static readonly IReadOnlyList<(DeliveryResult Result, string Sentence)> Table =
    [
        (DeliveryResult.LiveAnswer, "A person answered and took part."),
        (DeliveryResult.AnsweringMachine, "An answering machine answered."),
        (DeliveryResult.AnsweringMachineHangup, "An answering machine answered; the call was ended without a message, as configured."),
        (DeliveryResult.Undetermined, "The call was answered, but nobody spoke or pressed a key."),
        (DeliveryResult.NotAHandset, "A fax, a network announcement or another tone answered."),
        (DeliveryResult.BotFailed, "The call was answered, but the agent failed."),
        (DeliveryResult.CallEnded, "The call was answered and has ended."),
        (DeliveryResult.Busy, "The line was busy."),
        (DeliveryResult.NoAnswer, "Nobody answered."),
        (DeliveryResult.InvalidAddress, "The number does not exist or is out of service."),
        (DeliveryResult.CallFailed, "The call could not be connected."),
        (DeliveryResult.NonRetriableError, "The carrier refused the call for a reason that trying again does not change."),
        (DeliveryResult.Terminated, "No representative accepted before the time window closed; the customer was not called."),
        (DeliveryResult.Unknown, "The attempt was started; how it ended is not known."),
        (DeliveryResult.Cancelled, "Cancelled before an attempt."),
        (DeliveryResult.Expired, "Expired before an attempt."),
        (DeliveryResult.Error, "Could not be attempted."),
        (DeliveryResult.Delivered, "The message was delivered."),
        (DeliveryResult.NotDelivered, "The message was not delivered."),
    ];

    private static readonly Dictionary<DeliveryResult, string> ByResult = Table.ToDictionary(row => row.Result, row => row.Sentence);

    public static string Of(DeliveryResult result) => ByResult[result];
}
