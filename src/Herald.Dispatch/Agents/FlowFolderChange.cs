namespace Herald.Dispatch.Agents;

/// <summary>What a look at the flow files found.</summary>
/// <param name="Loaded">Flows that are new or changed and may be called.</param>
/// <param name="Removed">Flows whose file is gone.</param>
/// <param name="Faults">Those that were not there before.</param>
public sealed record FlowFolderChange(IReadOnlyList<string> Loaded, IReadOnlyList<string> Removed, IReadOnlyList<FlowFileFault> Faults)
{
    public static readonly FlowFolderChange None = new([], [], []);
}
