namespace Herald.Core.Deliveries;

/// <summary>What came of an attempt, in the product's words (member name = API word). The numbers are stored.</summary>
public enum DeliveryResult
{
    /// <summary>Answered and took part: spoke or pressed a key.</summary>
    LiveAnswer = 1,
    AnsweringMachine = 2,
    AnsweringMachineHangup = 3,

    /// <summary>Answered, no interaction.</summary>
    Undetermined = 4,

    /// <summary>Fax, special information tone or another tone.</summary>
    NotAHandset = 5,
    BotFailed = 6,
    CallEnded = 7,
    Busy = 8,
    NoAnswer = 9,
    InvalidAddress = 10,
    CallFailed = 11,
    NonRetriableError = 12,
    Terminated = 13,

    /// <summary>The attempt was started; how it ended is not known.</summary>
    Unknown = 14,
    Cancelled = 15,
    Expired = 16,
    Error = 17,
    Delivered = 18,
    NotDelivered = 19,
}
