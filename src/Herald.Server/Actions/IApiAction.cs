namespace Herald.Server.Actions;

/// <summary>What one action or function of the API does. The caller has a role when it is invoked.</summary>
internal interface IApiAction
{
    Task InvokeAsync(ApiCall call);
}
