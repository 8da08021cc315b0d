using System.Net;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Hosting;

[Collection<SqliteTests>]
public sealed class ReferenceTests(SqliteServer fixture)
{
    private readonly RunningServer server = fixture.Server;

    [Fact]
    public async Task The_openapi_document_describes_every_action()
    {
        var document = await Answer.OfAsync(await server.Anonymous.GetAsync("/openapi/v9.2.json"));
        document.Status.ShouldBe(HttpStatusCode.OK);
        document.Text("openapi").ShouldBe("3.0.3");
        var create = document.Json.GetProperty("paths").GetProperty("/CCaaS_CreateProactiveDelivery").GetProperty("post");
        create.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("required").GetArrayLength().ShouldBe(3);
        document.Json.GetProperty("paths").TryGetProperty("/CCaaS_GetDeliveryTasks(DeliveryTaskId={DeliveryTaskId})", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task The_reference_page_is_served_from_here()
    {
        var page = await Answer.OfAsync(await server.Anonymous.GetAsync("/reference/"));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldContain("openapi/v9.2.json");
        page.Body.ShouldNotContain("https://cdn.");
    }
}
