using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 21, ours: what a person wrote. The product keeps transcripts in files; here they are rows of the conversation. Written by the engine.</summary>
internal static class ConversationMessageTable
{
    public static readonly TableDefinition Definition = new("hrld_conversationmessage", "hrld_conversationmessages", "hrld_conversationmessageid", "hrld_text", "conversation_message")
    {
        Columns =
        [
            Column.Key("hrld_conversationmessageid"),
            Column.Memo("hrld_text", 40_000) with { NotNull = true },
            Column.Lookup("hrld_conversationid", "msdyn_ocliveworkitem").In("conversation_id") with { NotNull = true, Indexed = true },
            Column.Text("hrld_from", 300).In("from_address") with { NotNull = true },
            Column.Text("hrld_to", 300).In("to_address") with { NotNull = true },
            Column.Instant("createdon").In("created_at") with { NotNull = true },
            Column.Instant("modifiedon").In("created_at") with { NotNull = true },
            Column.BigInt("versionnumber").As("1") with { NotNull = true },
            .. RowColumns.ElasticOwner(),
            Column.IdText("partitionid").In("conversation_id") with { NotNull = true },
            Column.Integer("ttlinseconds", 1).Never(),
        ],
        From = "\"conversation_message\" ~",
        Elastic = true,
        Readers = Access.Readers,
    };
}
