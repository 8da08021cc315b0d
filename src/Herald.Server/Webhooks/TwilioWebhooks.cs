using Herald.Dispatch.Channels;
using Herald.Dispatch.Channels.Twilio;
using Herald.Store;
using Microsoft.AspNetCore.Http.Features;

namespace Herald.Server.Webhooks;

/// <summary>What Twilio calls: <c>POST /webhooks/twilio/{channel}/status</c> and <c>…/inbound</c>. Without a signature that holds, 403 and nothing is kept; while the store is away, 503.</summary>
internal static class TwilioWebhooks
{
    private const int LargestBody = 65_536;

    public static void MapTwilioWebhooks(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/webhooks/twilio/{channel}/status", context => AnswerAsync(context, StatusAsync));
        routes.MapPost("/webhooks/twilio/{channel}/inbound", context => AnswerAsync(context, MessageAsync));
    }

    private static async Task AnswerAsync(HttpContext context, Func<HttpContext, TwilioChannel, IFormCollection, Task> handle)
    {
        var registry = context.RequestServices.GetRequiredService<ChannelRegistry>();
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        if (registry.Find((string?)context.Request.RouteValues["channel"]) is not TwilioChannel channel)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (await ReadAsync(context) is not { } form)
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (IsSigned(context.Request, channel, form))
            await KeepAsync(context, channel, form, handle);
    }

    private static async Task KeepAsync(HttpContext context, TwilioChannel channel, IFormCollection form, Func<HttpContext, TwilioChannel, IFormCollection, Task> handle)
    {
        try
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            await handle(context, channel, form);
        }
        catch (Exception e) when (e is StoreUnavailableException or StoreBusyException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static Task StatusAsync(HttpContext context, TwilioChannel channel, IFormCollection form) =>
        form["MessageSid"].ToString() is { Length: > 0 and <= 64 } id
            ? channel.StatusAsync(id, Guid.TryParseExact(context.Request.Query["delivery"], "N", out var delivery) ? delivery : null, form["MessageStatus"].ToString(), form["ErrorCode"].ToString() is { Length: > 0 } code ? code : null, context.RequestAborted)
            : Task.CompletedTask;

    private static async Task MessageAsync(HttpContext context, TwilioChannel channel, IFormCollection form)
    {
        await channel.MessageAsync(form["MessageSid"].ToString() is { Length: > 0 and <= 64 } id ? id : null, form["From"].ToString(), form["To"].ToString(), form["Body"].ToString(), context.RequestAborted);
        context.Response.ContentType = "text/xml";
        await context.Response.WriteAsync("<Response/>", context.RequestAborted);
    }

    private static bool IsSigned(HttpRequest request, TwilioChannel channel, IFormCollection form) => channel.IsSigned(
        request.Path.ToUriComponent() + request.QueryString.ToUriComponent(),
        form.Select(pair => KeyValuePair.Create(pair.Key, (IReadOnlyList<string>)[.. pair.Value.Select(value => value ?? "")])),
        request.Headers["X-Twilio-Signature"]);

    private static async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody;
        if (!context.Request.HasFormContentType)
            return null;
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
