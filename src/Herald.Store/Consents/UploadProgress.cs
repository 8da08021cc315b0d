namespace Herald.Store.Consents;

/// <summary>The option values of msdyn_proactive_delivery_batch's status, which uploads of consents share.</summary>
public enum UploadProgress
{
    InProgress = 192360001,
    Completed = 192360002,
    CompletedWithErrors = 192360003,
    Failed = 192360004,
}
