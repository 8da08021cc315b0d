namespace Herald.Store.Tests.Settings;

public abstract class SettingsConformance(StoreEngine engine) : StoreConformance(engine)
{
    [Fact]
    public async Task An_empty_store_has_settings_of_nothing()
    {
        var settings = await Store.Settings.LoadAsync(Ct);

        settings.Engagements.ShouldBeEmpty();
        settings.Version.ShouldBe(await Store.Settings.ReadVersionAsync(Ct));
    }
}
