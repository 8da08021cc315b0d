using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Actions;

/// <summary>Clients as they are published: the npm package dynamics-web-api, written for the product, a generated client, PowerShell.</summary>
public abstract class WebApiClientTests(IServerFixture fixture)
{
    [Fact]
    public async Task Dynamics_web_api_creates_reads_pages_and_batches() => await NodeClient.RunAsync(
        "dynamics-web-api.mjs",
        [fixture.Server.Url, await fixture.Server.TokenAsync("agent"), await fixture.Server.TokenAsync("administrator")]);

    [Fact]
    public async Task A_generator_makes_a_client_of_the_metadata_and_the_client_works() =>
        await NodeClient.RunAsync("odata2ts.mjs", [fixture.Server.Url, await fixture.Server.TokenAsync("agent")]);

    [Fact]
    public async Task PowerShell_does_what_scripts_do() => (await NodeClient.PowerShellAsync("powershell.ps1", fixture.Server.Url)).Trim().ShouldBe("ok");
}
