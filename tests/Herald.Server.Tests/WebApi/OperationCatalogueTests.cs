using System.Text.Json;
using System.Text.RegularExpressions;
using Herald.Server.Tables;
using Herald.Server.Tests.Running;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Herald.Server.Tests.WebApi;

/// <summary>What is served is described, and what is described is served: $metadata and OpenAPI come from one catalogue.</summary>
[Collection<SqliteTests>]
public sealed class OperationCatalogueTests(SqliteServer fixture)
{
    private readonly RunningServer server = fixture.Server;

    [Fact]
    public void Every_mapped_operation_is_in_the_catalogue()
    {
        var described = HeraldCatalogue.Create().Operations.Select(o => o.Name).ToHashSet();
        var mapped = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => Regex.Match(e.RoutePattern.RawText!, @"^/api/data/v9\.2/(?:.*/Microsoft\.Dynamics\.CRM\.)?(\w+)(?:\(.*)?$"))
            .Where(m => m.Success).Select(m => m.Groups[1].Value).ToHashSet();
        mapped.Count.ShouldBeGreaterThan(10);
        mapped.Where(name => !described.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_operation_of_the_catalogue_is_served()
    {
        using var client = await server.ClientAsync();
        foreach (var operation in HeraldCatalogue.Create().Operations)
        {
            var answer = (operation.BoundTo, operation.IsFunction) switch
            {
                (not null, _) => await client.PostAsync($"msdyn_proactive_engagement_configs({Guid.NewGuid()})/Microsoft.Dynamics.CRM.{operation.Name}", "{}"),
                (null, true) => await client.ReadAsync(operation.Name),
                _ => await client.PostAsync(operation.Name, "{}"),
            };
            // Empty or wrong parameters are refused by the operation itself; an unknown name would be 0x8006088a.
            answer.Body.ShouldNotContain("0x8006088a", Case.Sensitive, operation.Name);
            ((int)answer.Status).ShouldBeLessThan(500, operation.Name);
        }
    }

    [Fact]
    public async Task OpenAPI_has_every_operation_of_the_catalogue()
    {
        var document = await Answer.OfAsync(await server.Anonymous.GetAsync("/openapi/v9.2.json"));
        var ids = document.Json.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(verb => verb.Value.GetProperty("operationId").GetString()!);
        ids.Order().ShouldBe(HeraldCatalogue.Create().Operations.Select(o => o.Name).Order());
        var trace = document.Json.GetProperty("paths").EnumerateObject().Single(path => path.Name.StartsWith("/Herald_ExplainDeliveryTask", StringComparison.Ordinal)).Value
            .GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("properties");
        trace.GetProperty("candidates").GetProperty("items").GetProperty("properties").TryGetProperty("rules", out _).ShouldBeTrue();
    }
}
