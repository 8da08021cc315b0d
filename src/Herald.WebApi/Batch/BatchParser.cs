using System.Text;
using Herald.WebApi.Errors;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Herald.WebApi.Batch;

/// <summary>The multipart body of a batch → its parts (OData 4.0 protocol, section 11.7; at most 1000 operations).</summary>
internal static class BatchParser
{
    private const int MostOperations = 1_000;

    public static async ValueTask<IReadOnlyList<BatchItem>> ParseAsync(string? contentType, Stream body, CancellationToken ct)
    {
        var items = new List<BatchItem>();
        var operations = 0;
        try
        {
            var reader = new MultipartReader(Boundary(contentType), body);
            while (await reader.ReadNextSectionAsync(ct) is { } section)
            {
                var item = IsMultipart(section.ContentType)
                    ? new BatchItem(true, await ChangeSetAsync(section, ct))
                    : new BatchItem(false, [await OperationAsync(section, ct)]);
                operations += item.Operations.Count;
                if (operations > MostOperations) throw new RefusedException(Faults.Url($"A batch holds at most {MostOperations} operations."));
                items.Add(item);
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or FormatException or ArgumentException or DecoderFallbackException)
        {
            throw Unreadable();
        }
        return items.Count > 0 ? items : throw Unreadable();
    }

    private static async ValueTask<List<BatchOperation>> ChangeSetAsync(MultipartSection set, CancellationToken ct)
    {
        var operations = new List<BatchOperation>();
        var reader = new MultipartReader(Boundary(set.ContentType), set.Body);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (operations.Count >= MostOperations) throw new RefusedException(Faults.Url($"A batch holds at most {MostOperations} operations."));
            var operation = await OperationAsync(section, ct);
            if (operation.ContentId.Length == 0) throw new RefusedException(Faults.Url("The change set has an operation without the header Content-ID."));
            if (operation.Method == "GET") throw new RefusedException(Faults.Url("A change set holds no GET."));
            if (operations.Any(o => o.ContentId == operation.ContentId)) throw new RefusedException(Faults.Url($"The Content-ID '{operation.ContentId}' is there twice."));
            operations.Add(operation);
        }
        return operations;
    }

    private static async ValueTask<BatchOperation> OperationAsync(MultipartSection section, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await section.Body.CopyToAsync(bytes, ct);
        var id = section.Headers is { } headers && headers.TryGetValue("Content-ID", out var named) ? named.ToString().Trim() : "";
        return Request(bytes.ToArray(), id);
    }

    /// <summary>Request line, headers, empty line, body (RFC 9112 section 2.1).</summary>
    private static BatchOperation Request(byte[] bytes, string contentId)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        var head = Encoding.UTF8.GetString(bytes, 0, end < 0 ? bytes.Length : end).Split("\r\n");
        var line = head[0].Trim();
        var (first, last) = (line.IndexOf(' ', StringComparison.Ordinal), line.LastIndexOf(' '));
        if (first <= 0 || last <= first || !line[last..].StartsWith(" HTTP/", StringComparison.Ordinal) || line[..first].Any(c => !char.IsAsciiLetterUpper(c))) throw Unreadable();
        var headers = new List<(string, string)>();
        foreach (var text in head.Skip(1).Where(h => h.Length > 0))
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || text.AsSpan().ContainsAnyInRange('\0', '\u001f')) throw Unreadable();
            headers.Add((text[..colon].Trim(), text[(colon + 1)..].Trim()));
        }
        var own = headers.FirstOrDefault(h => ((string)h.Item1).Equals("Content-ID", StringComparison.OrdinalIgnoreCase)).Item2;
        return new BatchOperation(line[..first], line[first..last].Trim(), headers, end < 0 ? [] : bytes[(end + 4)..], contentId.Length > 0 ? contentId : own ?? "");
    }

    private static bool IsMultipart(string? contentType) => contentType?.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase) == true;

    private static string Boundary(string? contentType)
    {
        if (!IsMultipart(contentType) || !MediaTypeHeaderValue.TryParse(contentType, out var media)) throw Unreadable();
        var boundary = HeaderUtilities.RemoveQuotes(media.Boundary).ToString();
        return boundary is { Length: > 0 and <= 200 } ? boundary : throw Unreadable();
    }

    private static RefusedException Unreadable() =>
        new(Faults.Payload("", "Stream was not readable. A batch is multipart/mixed with CRLF line ends."));
}
