using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Hosting;

public sealed class StartTests
{
    [Fact]
    public async Task Production_without_a_real_authority_refuses_to_start_and_names_every_mistake()
    {
        var run = await HeraldRun.OfAsync("--environment", "Production", "--Herald:StopTimeout", "soon", "--Herald:DevelopmentHttps:Port", "99999");
        run.Code.ShouldNotBe(0);
        foreach (var setting in new[] { "Herald:Identity:Authority", "Herald:Identity:TenantId", "Herald:Identity:Audience", "Herald:StopTimeout", "Herald:DevelopmentHttps:Port" })
            run.Errors.ShouldContain(setting);
    }

    [Fact]
    public async Task Production_refuses_the_tenant_of_the_development_issuer()
    {
        var run = await HeraldRun.OfAsync(
            "--environment", "Production",
            "--Herald:Identity:Authority", "https://login.microsoftonline.com",
            "--Herald:Identity:TenantId", "11111111-1111-1111-1111-111111111111",
            "--Herald:Identity:Audience", "https://herald.example");
        run.Code.ShouldNotBe(0);
        run.Errors.ShouldContain("development issuer");
    }

    [Fact]
    public async Task An_http_authority_is_refused()
    {
        var run = await HeraldRun.OfAsync("--environment", "Production", "--Herald:Identity:Authority", "http://login.example");
        run.Code.ShouldNotBe(0);
        run.Errors.ShouldContain("https");
    }
}
