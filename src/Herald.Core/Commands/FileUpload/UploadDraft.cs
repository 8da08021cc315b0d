using Herald.Core.Commands.Contacts;

namespace Herald.Core.Commands.FileUpload;

/// <summary>A line of the file as far as it has been read.</summary>
internal sealed class UploadDraft : ContactDraft
{
    public string? Priority { get; set; }
    public string? AccountId { get; set; }
}
