using Herald.Server.Actions.Uploading;
using Herald.Server.Errors;
using Herald.Server.Hosting;
using Herald.Server.Identity;
using Herald.WebApi.Errors;

namespace Herald.Server.Actions;

/// <summary>The actions' addresses under each served version. Literal routes: they win over the tables' catch-all.</summary>
internal static class ActionRoutes
{
    private static readonly string[] Versions = ["v9.0", "v9.1", "v9.2"];

    public static void MapActions(this IEndpointRouteBuilder routes, OrganizationAddress organization)
    {
        var actions = ActionCatalogue.Actions(routes.ServiceProvider).ToList();
        var functions = ActionCatalogue.Functions(routes.ServiceProvider).ToList();
        var engagementActions = ActionCatalogue.EngagementActions(routes.ServiceProvider).ToList();
        var consents = ActivatorUtilities.CreateInstance<UploadConsents>(routes.ServiceProvider);
        foreach (var version in Versions)
        {
            foreach (var (name, action) in actions)
                Map(routes, organization, version, name, name, HttpMethods.Post, action);
            foreach (var (name, function) in functions)
            {
                Map(routes, organization, version, name, name, HttpMethods.Get, function);
                Map(routes, organization, version, name, $"{name}()", HttpMethods.Get, function);
                Map(routes, organization, version, name, $"{name}({{arguments}})", HttpMethods.Get, function);
            }

            foreach (var (name, bound) in engagementActions)
                MapFile(routes, organization, version, name, $"msdyn_proactive_engagement_configs({{engagement}})/Microsoft.Dynamics.CRM.{name}", bound);
            MapFile(routes, organization, version, UploadConsents.Name, UploadConsents.Name, consents);
        }
    }

    /// <summary>POST takes a file, GET gives a sample of one: the action looks at the verb itself.</summary>
    private static void MapFile(IEndpointRouteBuilder routes, OrganizationAddress organization, string version, string name, string pattern, IApiAction action) =>
        routes.MapMethods($"/api/data/{version}/{pattern}", [HttpMethods.Get, HttpMethods.Post], context => InvokeAsync(context, organization, version, name, action));

    private static void Map(IEndpointRouteBuilder routes, OrganizationAddress organization, string version, string name, string pattern, string method, IApiAction action)
    {
        routes.Map($"/api/data/{version}/{pattern}", Invoke).WithDisplayName(name);

        async Task Invoke(HttpContext context)
        {
            // Routing ignores case; the product does not.
            if (!context.Request.Path.Value!.Contains($"/{version}/{name}", StringComparison.Ordinal))
            {
                await RefuseAsync(context, Faults.NoSegment(context.Request.Path.Value!.Split('/')[^1]));
                return;
            }

            if (context.Request.Method != method && !(method == HttpMethods.Get && HttpMethods.IsHead(context.Request.Method)))
            {
                context.Response.Headers.Allow = method;
                await RefuseAsync(context, ActionCatalogue.WrongMethod(name, $"{organization.Url}{context.Request.Path}"));
                return;
            }

            await InvokeAsync(context, organization, version, name, action);
        }
    }

    private static async Task InvokeAsync(HttpContext context, OrganizationAddress organization, string version, string name, IApiAction action)
    {
        if (await ApiGate.HoldsAsync(context, action.MayCall, $"prv{name}"))
            await action.InvokeAsync(new ApiCall(context, name, organization.RootOf(version)));
    }

    private static Task RefuseAsync(HttpContext context, WebApi.Errors.Fault fault) =>
        ErrorAnswer.WriteAsync(context, fault.Status, fault.Code, fault.Message);
}
