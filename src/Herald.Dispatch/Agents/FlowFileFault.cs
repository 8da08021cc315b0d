namespace Herald.Dispatch.Agents;

/// <summary>One thing wrong in a flow file.</summary>
/// <param name="File">Name without its folder.</param>
/// <param name="Line">From 1; 0 = the whole file.</param>
/// <param name="Member">Where, e.g. <c>steps.ask.tries</c>; empty = the whole file.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record FlowFileFault(string File, int Line, string Member, string Message)
{
    public override string ToString() => $"{File}{(Line > 0 ? $":{Line}" : "")}{(Member.Length > 0 ? $" {Member}" : "")}: {Message}";
}
