namespace Herald.Server.Cli;

/// <summary>Where a file goes, and where its progress stands.</summary>
/// <param name="Path">Behind the API's root.</param>
/// <param name="Rows">Entity set of the upload's row.</param>
/// <param name="LinesColumn">Of that row: lines done.</param>
internal sealed record UploadTarget(string Path, string Rows, string LinesColumn);
