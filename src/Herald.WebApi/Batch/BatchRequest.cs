using System.Globalization;
using System.Text;
using Herald.WebApi.Errors;
using Herald.WebApi.Requests;
using Herald.WebApi.Rows;
using Herald.WebApi.Writes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Herald.WebApi.Batch;

/// <summary>POST $batch: runs the parts in order, stops at the first failure unless <c>odata.continue-on-error</c>.</summary>
internal static class BatchRequest
{
    public static async ValueTask RunAsync(Call call)
    {
        if (InnerRequest.Is(call.Http)) throw new RefusedException(Faults.Url("A batch holds no batch."));
        using var bytes = await Body.BytesAsync(call);
        var items = await BatchParser.ParseAsync(call.Http.Request.ContentType, bytes, call.Aborted);
        var boundary = $"batchresponse_{Guid.NewGuid()}";
        using var body = new PooledBuffer();
        var failed = false;
        foreach (var item in items)
        {
            var results = item.IsChangeSet ? await SetAsync(call, item) : [await OneAsync(call, item.Operations[0])];
            Text(body, $"--{boundary}\r\n");
            if (item.IsChangeSet && !results.Any(r => r.Failed)) Nested(body, results);
            else Part(body, results[^1]);
            if (!results.Any(r => r.Failed) || call.Preferences.ContinueOnError) continue;
            failed = true;
            break;
        }
        Text(body, $"--{boundary}--\r\n");
        await Responses.BodyAsync(call.Http, failed ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK, body, $"multipart/mixed; boundary={boundary}");
    }

    private static async ValueTask<BatchResult> OneAsync(Call call, BatchOperation operation)
    {
        try
        {
            return await InnerRequest.RunAsync(call, operation, null);
        }
        catch (RefusedException e)
        {
            return await RefusedAsync(e.Faults, operation.ContentId);
        }
    }

    private static async ValueTask<IReadOnlyList<BatchResult>> SetAsync(Call call, BatchItem item)
    {
        if (item.Operations.Count == 0) return [];
        try
        {
            return await ChangeSet.RunAsync(call, item.Operations);
        }
        catch (RefusedException e)
        {
            return [await RefusedAsync(e.Faults, "")];
        }
    }

    private static async ValueTask<BatchResult> RefusedAsync(IReadOnlyList<Fault> faults, string contentId)
    {
        using var answer = new MemoryStream();
        var http = new DefaultHttpContext();
        http.Response.Body = answer;
        Responses.Headers(http);
        await Responses.FaultsAsync(http, faults, details: false);
        return new BatchResult(faults[0].Status, http.Response.Headers, answer.ToArray(), contentId);
    }

    private static void Nested(PooledBuffer body, IReadOnlyList<BatchResult> results)
    {
        var boundary = $"changesetresponse_{Guid.NewGuid()}";
        Text(body, $"Content-Type: multipart/mixed; boundary={boundary}\r\n\r\n");
        foreach (var result in results)
        {
            Text(body, $"--{boundary}\r\n");
            Part(body, result);
        }
        Text(body, $"--{boundary}--\r\n");
    }

    private static void Part(PooledBuffer body, BatchResult result)
    {
        Text(body, "Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (result.ContentId.Length > 0) Text(body, $"Content-ID: {result.ContentId}\r\n");
        Text(body, string.Create(CultureInfo.InvariantCulture, $"\r\nHTTP/1.1 {result.Status} {ReasonPhrases.GetReasonPhrase(result.Status)}\r\n"));
        foreach (var header in result.Headers) Text(body, $"{header.Key}: {header.Value}\r\n");
        Text(body, "\r\n");
        result.Body.CopyTo(body.GetSpan(result.Body.Length));
        body.Advance(result.Body.Length);
        Text(body, "\r\n");
    }

    private static void Text(PooledBuffer body, string text) => Encoding.UTF8.GetBytes(text, body);
}
