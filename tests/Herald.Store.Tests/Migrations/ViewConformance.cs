namespace Herald.Store.Tests.Migrations;

public abstract class ViewConformance(StoreEngine engine) : StoreConformance(engine)
{
    [Fact]
    public async Task Reports_read_deliveries_by_the_names_of_the_API()
    {
        var task = Any.Ready();
        await Store.Intake.AppendAsync(task, Ct);

        (await Under.ReadAsync($"select count(*) from msdyn_proactive_delivery where msdyn_status = 'Pending' and msdyn_channel = 'Voice' and msdyn_delivery_id = '{task.DeliveryId}'")).ShouldBe(1);
        foreach (var view in new[] { "msdyn_proactive_delivery_attribute", "msdyn_proactive_engagement_config", "msdyn_proactive_engagement_config_status", "msdyn_proactive_delivery_batch", "msdyn_ocliveworkitem" })
            (await Under.ReadAsync($"select count(*) from {view}")).ShouldBe(0);
    }
}
