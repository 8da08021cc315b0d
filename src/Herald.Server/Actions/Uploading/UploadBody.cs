using Herald.Server.Actions.Bodies;
using Herald.Server.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace Herald.Server.Actions.Uploading;

/// <summary>An uploaded file on disk: the body itself (<c>text/csv</c>) or the first file of a form.</summary>
internal static class UploadBody
{
    private const long MaxBytes = 100_000_000;

    /// <exception cref="BadHttpRequestException">Too large, or a form without a file.</exception>
    public static async Task<SpooledBody> ReceiveAsync(ApiCall call, HeraldOptions options)
    {
        if (call.Http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = Math.Min(MaxBytes, options.MaxBulkBytes);
        if (!call.Request.HasFormContentType)
            return await SpooledBody.ReceiveAsync(call.Request.Body, options.SpoolDirectory, call.Aborted);
        var form = await ReadFormAsync(call);
        if (form.Files.Count == 0)
            throw new BadHttpRequestException("The form has no file.");
        await using var file = form.Files[0].OpenReadStream();
        return await SpooledBody.ReceiveAsync(file, options.SpoolDirectory, call.Aborted);
    }

    /// <summary>The form reader has exceptions of its own for a body that ends too early or parts that are no parts.</summary>
    private static async Task<IFormCollection> ReadFormAsync(ApiCall call)
    {
        try
        {
            return await call.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = MaxBytes }, call.Aborted);
        }
        catch (Exception bad) when (bad is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The body is no complete multipart/form-data form with a file.", bad);
        }
    }
}
