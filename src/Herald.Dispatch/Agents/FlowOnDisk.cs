namespace Herald.Dispatch.Agents;

/// <summary>A flow file as last read.</summary>
/// <param name="Agent">Its last good flow; null = it never was without faults.</param>
/// <param name="Faults">Of the file as it is on disk.</param>
/// <param name="Stamp">Size and time of what was read; null = it could not be.</param>
internal sealed record FlowOnDisk(string Name, string File, FlowAgent? Agent, IReadOnlyList<FlowFileFault> Faults, (long Length, DateTime Written)? Stamp)
{
    private const int NameLongest = 100;

    public static FlowOnDisk Read(FileInfo file, FlowOnDisk? before, TimeProvider time)
    {
        var name = Path.GetFileNameWithoutExtension(file.Name);
        try
        {
            // Mounted settings are links that are turned over: the link stays as old as it was.
            var read = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            (long, DateTime) stamp = (read.Length, read.LastWriteTimeUtc);
            if (before is not null && before.File == file.Name && before.Stamp == stamp)
                return before;
            var (flow, faults) = name.Length > NameLongest
                ? (null, [new FlowFileFault(file.Name, 0, "", $"The name of a flow has at most {NameLongest} characters.")])
                : read.Length > FlowFile.Longest * 4L
                    ? (null, [new FlowFileFault(file.Name, 0, "", $"A flow file has at most {FlowFile.Longest / 1024} KB.")])
                    : FlowFile.Read(file.Name, System.IO.File.ReadAllText(file.FullName));
            return new FlowOnDisk(name, file.Name, flow is null ? before?.Agent : new FlowAgent(flow, time), faults, stamp);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FlowOnDisk(name, file.Name, before?.Agent, [new FlowFileFault(file.Name, 0, "", $"It cannot be read: {e.Message}")], null);
        }
    }
}
