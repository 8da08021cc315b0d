using System.Text.Json.Nodes;
using Herald.Core.Commands;
using Herald.Core.Deliveries;
using static Herald.Core.Tests.Commands.RequestBodies;

namespace Herald.Core.Tests.Commands;

public class ContactChainTests
{
    private static Reading<DeliveryTask> Read(JsonNode body) =>
        CreateProactiveDelivery.Read(Samples.Utf8(body.ToJsonString()), Given.Find, Given.Now);

    [Fact]
    public void A_chain_has_at_most_five_contacts_in_their_order()
    {
        var contacts = Enumerable.Range(0, 5).Select(i => (JsonNode)Contact($"c-{i}"));
        Read(Create([.. contacts])).ShouldBeAccepted()
            .Contacts.Select(contact => contact.UniqueIdentifier).ShouldBe(["c-0", "c-1", "c-2", "c-3", "c-4"]);
        Read(Create([.. Enumerable.Range(0, 6).Select(i => Contact($"c-{i}"))])).ShouldHaveOneFault("0x80040203", "Contacts");
    }

    [Fact]
    public void A_chain_names_each_contact_once()
    {
        Read(Create(Contact(), Contact())).ShouldHaveOneFault("0x80040203", "Contacts[1].uniqueIdentifier");
        Read(Create(Contact("F47AC10B-58CC-4372-A567-0E02B2C3D479"), Contact("f47ac10b58cc4372a5670e02b2c3d479")))
            .ShouldHaveOneFault("0x80040203", "Contacts[1].uniqueIdentifier");
        Read(Create(Contact("a"), Contact("A"))).ShouldBeAccepted();
    }
}
