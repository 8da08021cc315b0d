namespace Herald.Server.Cli.Demo;

/// <summary>What the demo knows of one delivery; a fresh look replaces it.</summary>
internal sealed record DeliveryLife(string Channel, Guid DeliveryId, Guid TaskId)
{
    public string Status { get; private set; } = "Accepted";

    public string Result { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public bool HasEnded => Status is "Complete" or "Expired" or "Cancelled" or "Error";

    /// <summary>True when anything changed.</summary>
    public bool See(string status, string result, string reason)
    {
        if ((status, result, reason) == (Status, Result, Reason))
            return false;
        (Status, Result, Reason) = (status, result, reason);
        return true;
    }
}
