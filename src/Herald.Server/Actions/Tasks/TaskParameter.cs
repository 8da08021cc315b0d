using Herald.Server.Errors;

namespace Herald.Server.Actions.Tasks;

/// <summary>The DeliveryTaskId of the functions.</summary>
internal static class TaskParameter
{
    private const string Name = "DeliveryTaskId";

    /// <summary>Null: it is missing or no GUID, and the call has been answered with 400.</summary>
    public static async ValueTask<Guid?> ReadAsync(ApiCall call)
    {
        if (!FunctionArguments.TryReadId(call.Request, Name, out var id))
            await ErrorAnswer.WriteAsync(call.Http, StatusCodes.Status400BadRequest, ErrorCodes.BadUrl, $"{Name} is not a GUID.");
        else if (id is null)
            await ErrorAnswer.WriteAsync(call.Http, StatusCodes.Status400BadRequest, ErrorCodes.InvalidArgument, $"Required field '{Name}' is missing");
        return id;
    }
}
