using Herald.Store;

namespace Herald.Server.Errors;

/// <summary>The last catch of every API call: what a handler throws becomes an answer with a code; nothing of the inside shows.</summary>
internal sealed partial class ApiFailures(RequestDelegate next, ILogger<ApiFailures> log)
{
    private const string RetryAfterSeconds = "1";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (StoreBusyException)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
            await AnswerAsync(context, StatusCodes.Status429TooManyRequests, ErrorCodes.TooManyConcurrent, "The server is busy: nothing was kept. Send the request again after the time in Retry-After.");
        }
        catch (StoreUnavailableException failure)
        {
            LogUnavailable(failure);
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
            await AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, ErrorCodes.Unexpected, "The store is not available: nothing was kept. Send the request again after the time in Retry-After.");
        }
        catch (BadHttpRequestException bad)
        {
            var code = bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? ErrorCodes.TooLong : ErrorCodes.BadPayload;
            await AnswerAsync(context, bad.StatusCode, code, bad.Message);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away; there is nobody to answer.
        }
        catch (Exception failure)
        {
            LogFailed(context.Request.Method, context.GetEndpoint()?.DisplayName ?? "", failure);
            await AnswerAsync(context, StatusCodes.Status500InternalServerError, ErrorCodes.Unexpected, "An unexpected error occurred.");
        }
    }

    public static Task AddRetryAfter(HttpResponse response)
    {
        if (response.StatusCode is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = RetryAfterSeconds;
        return Task.CompletedTask;
    }

    private static Task AnswerAsync(HttpContext context, int status, string code, string message)
    {
        if (!context.Response.HasStarted)
            return ErrorAnswer.WriteAsync(context, status, code, message);
        context.Abort();
        return Task.CompletedTask;
    }
}
