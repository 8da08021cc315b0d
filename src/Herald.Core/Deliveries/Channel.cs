namespace Herald.Core.Deliveries;

/// <summary>How a person is reached. The numbers are stored.</summary>
public enum Channel
{
    Voice = 0,
    Sms = 1,
}
