using Herald.Server.Identity;

namespace Herald.Server.Actions;

/// <summary>Answers the calls of one action or function whose caller may make them.</summary>
internal interface IApiAction
{
    /// <summary>Roles one of which the caller must hold.</summary>
    IReadOnlyList<string> MayCall => Roles.MayDeliver;

    Task InvokeAsync(ApiCall call);
}
