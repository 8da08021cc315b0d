using System.Globalization;
using Herald.Server.Errors;
using Herald.WebApi;
using Microsoft.AspNetCore.Authentication;

namespace Herald.Server.Identity;

/// <summary>What every API call passes: protocol headers, a good token, a known caller. The caller goes on as a request feature.</summary>
internal sealed class ApiGate(RequestDelegate next, Callers callers)
{
    public async Task InvokeAsync(HttpContext context)
    {
        WriteHeaders(context.Response.Headers);
        if (context.User.Identity is not { IsAuthenticated: true })
        {
            await context.ChallengeAsync();
            return;
        }

        switch (await callers.FindAsync(context.User, context.RequestAborted))
        {
            case CallerAnswer.Known known:
                context.Features.Set(known.Caller);
                await next(context);
                break;
            case CallerAnswer.Disabled disabled:
                await ErrorAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, ErrorCodes.UserDisabled, $"The user with id {disabled.UserId} is disabled.");
                break;
            default:
                await ErrorAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, ErrorCodes.NotAMember, "The user is not a member of the organization.");
                break;
        }
    }

    /// <summary>A caller without any of the roles is refused in the product's words. True: go on.</summary>
    public static async ValueTask<bool> HoldsAsync(HttpContext context, IReadOnlyList<string> roles, string privilege)
    {
        var caller = context.Features.Get<Caller>()!;
        if (caller.HoldsAny(roles))
            return true;
        var count = caller.Roles.Count.ToString(CultureInfo.InvariantCulture);
        await ErrorAnswer.WriteAsync(
            context,
            StatusCodes.Status403Forbidden,
            ErrorCodes.MissingPrivilege,
            $"Principal user (Id={caller.UserId}, type=8, roleCount={count}) is missing {privilege} privilege. It needs the role {string.Join(" or ", roles)}.");
        return false;
    }

    private static void WriteHeaders(IHeaderDictionary headers)
    {
        var request = Guid.NewGuid().ToString();
        headers["OData-Version"] = "4.0";
        headers["REQ_ID"] = request;
        headers["x-ms-service-request-id"] = request;
        headers.CacheControl = "no-cache";
        headers.Expires = "-1";
    }
}
