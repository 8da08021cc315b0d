using System.Xml;
using Herald.Server.Tests.Running;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;

namespace Herald.Server.Tests.WebApi;

[Collection<SqliteTests>]
public sealed class MetadataTests(SqliteServer fixture)
{
    /// <summary>The generator odata2ts: its client creates, reads, filters and calls functions.</summary>
    [Fact]
    public async Task A_generator_makes_a_client_of_it_and_the_client_works() =>
        await NodeClient.RunAsync("odata2ts.mjs", [fixture.Server.Url, await fixture.Server.TokenAsync("agent")]);

    [Fact]
    public async Task A_client_generator_reads_every_action_function_and_set()
    {
        using var client = await fixture.Server.ClientAsync();
        var text = await client.ReadAsync("$metadata");
        using var reader = XmlReader.Create(new StringReader(text.Body));
        var model = CsdlReader.Parse(reader);
        model.Validate(out var errors).ShouldBeTrue(string.Join('\n', errors));
        foreach (var name in new[]
        {
            "CCaaS_CreateProactiveDelivery", "CCaaS_CreateSimpleProactiveDelivery", "CCaaS_CreateProactiveBulkDelivery", "CCaaS_CreateProactiveBulkDeliveryV2", "CCaaS_CreateProactiveDeliveryBulkV2",
            "CCaaS_CreateProactiveVoiceDelivery", "CCaaS_CreateProactiveSMSDelivery", "CCaaS_CreateOperation", "CCaaS_CancelDeliveryTask", "CCaaS_GetDeliveryTasks", "Herald_ExplainDeliveryTask", "WhoAmI", "RetrieveVersion", "GetTimeZoneCodeByLocalizedName",
        })
            model.EntityContainer.FindOperationImports(name).ShouldHaveSingleItem(name);
        var service = await client.ReadAsync("");
        foreach (var set in service.Json.GetProperty("value").EnumerateArray())
            model.EntityContainer.FindEntitySet(set.GetProperty("name").GetString()).ShouldNotBeNull();
    }
}
