using Herald.Core.Deliveries;

namespace Herald.Core.Commands.FileUpload;

/// <summary>A good line of an uploaded file.</summary>
/// <param name="Line">From 1, the header's line included, as an editor counts.</param>
/// <param name="AccountId">Lines with the same value form one chain; null = a task of its own.</param>
public sealed record UploadRow(int Line, Contact Contact, string? Priority, string? AccountId);
