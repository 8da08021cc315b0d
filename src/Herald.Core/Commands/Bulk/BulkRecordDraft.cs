using Herald.Core.Commands.Contacts;

namespace Herald.Core.Commands.Bulk;

/// <summary>A record is a contact with its own priority.</summary>
internal sealed class BulkRecordDraft : ContactDraft
{
    public string? Priority { get; set; }
}
