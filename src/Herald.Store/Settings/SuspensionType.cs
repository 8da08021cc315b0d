namespace Herald.Store.Settings;

/// <summary>msdyn_suspension_type, value minus 700610000.</summary>
public enum SuspensionType
{
    BotFailure = 0,
    AdminAction = 1,
    ApiAction = 2,
    WaitThreshold = 3,
}
