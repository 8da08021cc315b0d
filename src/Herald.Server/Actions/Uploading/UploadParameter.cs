using Herald.Server.Actions.Tasks;
using Herald.Server.Errors;
using Herald.Store;
using NodaTime;

namespace Herald.Server.Actions.Uploading;

/// <summary>The id of an upload's row. A caller who wants to watch it says it beforehand: <c>?UploadId=…</c>.</summary>
internal static class UploadParameter
{
    private const string Name = "UploadId";

    /// <summary>Null: it is no GUID or taken, and the call has been answered.</summary>
    public static async ValueTask<Guid?> ReadAsync(ApiCall call, IHeraldStore store, Instant now)
    {
        if (FunctionArguments.TryReadId(call.Request, Name, out var id))
        {
            if (id is not { } wanted || !await store.Intake.IsUploadKnownAsync(wanted, call.Aborted))
                return id ?? Guid.CreateVersion7(now.ToDateTimeOffset());
            await ErrorAnswer.WriteAsync(call.Http, StatusCodes.Status412PreconditionFailed, ErrorCodes.Duplicate, "A record with matching key values already exists.");
            return null;
        }

        await ErrorAnswer.WriteAsync(call.Http, StatusCodes.Status400BadRequest, ErrorCodes.BadUrl, $"{Name} is not a GUID.");
        return null;
    }
}
