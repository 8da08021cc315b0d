using Herald.WebApi.Catalogue;

namespace Herald.Server.Tables;

/// <summary>tables.md 4: one input or result attribute of a delivery. Elastic, written by the engine.</summary>
internal static class DeliveryAttributeTable
{
    public static readonly TableDefinition Definition = new("msdyn_proactive_delivery_attribute", "msdyn_proactive_delivery_attributes", "msdyn_proactive_delivery_attributeid", "msdyn_keyword", "delivery_attribute")
    {
        Columns =
        [
            Column.Key("msdyn_proactive_delivery_attributeid"),
            Column.Text("msdyn_keyword", 850) with { NotNull = true },
            Column.Text("msdyn_value", 4000),
            Column.OneOf("msdyn_type", Choice.From(700610000, "Input", "Result")).As("(~.\"type\" + 700610000)") with { NotNull = true },
            Column.Lookup("msdyn_proactive_delivery", "msdyn_proactive_delivery", inverse: "msdyn_proactive_delivery_attribute_msdyn_proactive_delivery_msdyn_proactive_delivery").In("delivery_id") with { NotNull = true, Indexed = true },
            Column.IdText("msdyn_proactive_deliverypid").In("delivery_id") with { NotNull = true, Indexed = true },
            Column.Instant("createdon").In("created_at") with { NotNull = true },
            Column.Instant("modifiedon").In("created_at") with { NotNull = true },
            Column.BigInt("versionnumber").As("1") with { NotNull = true },
            .. RowColumns.ElasticOwner(),
            Column.IdText("partitionid").In("id") with { NotNull = true },
            Column.Integer("ttlinseconds", 1).Never(),
        ],
        From = "\"delivery_attribute\" ~",
        Elastic = true,
        Readers = Access.Readers,
    };
}
