using Herald.Server.Actions;
using Herald.Server.Actions.Bodies;
using Herald.Server.Agents;
using Herald.Server.Errors;
using Herald.Server.Grains;
using Herald.Server.Hosting.Reference;
using Herald.Server.Identity;
using Herald.Server.Webhooks;
using Herald.Server.Protection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing.Constraints;

namespace Herald.Server.Hosting;

/// <summary>Puts the process together: configuration, Kestrel, identity, store, engine, endpoints.</summary>
internal static class HeraldHost
{
    /// <param name="args">Configuration arguments (<c>--urls</c>, <c>--environment</c>, <c>--Herald:DataDirectory</c> …).</param>
    /// <exception cref="BadSettingsException">All mistakes of the configuration at once.</exception>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // No watch on the program's folder: data kept below it would report every write of the database.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            ApplicationName = typeof(HeraldHost).Assembly.GetName().Name,
            // The program's own folder: a published build finds its files from any directory.
            ContentRootPath = AppContext.BaseDirectory,
        });
        var options = HeraldOptions.Read(builder.Configuration, builder.Environment, out var mistakes);
        // In one form for whoever binds it: seconds were allowed too.
        builder.Configuration["Herald:StopTimeout"] = options.StopTimeout.ToString("c");
        builder.Configuration["Herald:DataDirectory"] = options.DataDirectory;
        mistakes = [.. mistakes, .. EngineMistakes(builder, options)];
        if (mistakes.Count > 0)
            throw new BadSettingsException(mistakes);
        Directory.CreateDirectory(options.DataDirectory);

        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<OrganizationAddress>();
        builder.AddLogging();
        builder.AddListening(options);
        builder.AddTelemetry();
        builder.Services.AddStore(options);
        builder.Services.AddIdentity(options);
        builder.Services.AddSingleton<LargeBodies>();
        // The slim host leaves it out; the tables' route asks for it.
        builder.Services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<RegexInlineRouteConstraint>("regex"));
        builder.Services.Configure<HostOptions>(host =>
        {
            // Running attempts get StopTimeout; recording them gets the rest.
            host.ShutdownTimeout = options.StopTimeout + TimeSpan.FromSeconds(15);
        });

        var app = builder.Build();
        app.UsePipeline(options);
        return app;
    }

    private static IReadOnlyList<string> EngineMistakes(WebApplicationBuilder builder, HeraldOptions options)
    {
        try
        {
            var faults = builder.AddAgents(options.DataDirectory, TimeProvider.System, out var agents);
            return [.. faults, .. builder.AddHeraldEngine(options.ConnectionString, agents, TimeProvider.System)];
        }
        catch (InvalidOperationException unreadable)
        {
            return [unreadable.Message];
        }
    }

    private static void UsePipeline(this WebApplication app, HeraldOptions options)
    {
        // TokenGate authenticates, for API calls only. Without this mark the host would put a second authentication before everything.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        if (options.Proxies.Count > 0)
            app.UseForwardedHeaders(Forwarded(options));
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api/data", StringComparison.Ordinal), api =>
        {
            api.UseMiddleware<ApiFailures>();
            api.UseMiddleware<TokenGate>();
            api.UseMiddleware<ApiGate>();
            if (options.Protection.Enabled)
                api.UseMiddleware<ProtectionGate>(options.Protection);
        });
        if (options.Identity.UsesDevelopmentIssuer)
            app.MapDevelopmentIssuer();
        app.MapHealth();
        app.MapTwilioWebhooks();
        app.MapActions(app.Services.GetRequiredService<OrganizationAddress>());
        app.MapTables();
        app.MapReference();
    }

    private static ForwardedHeadersOptions Forwarded(HeraldOptions options)
    {
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var proxy in options.Proxies)
            forwarded.KnownProxies.Add(proxy);
        return forwarded;
    }
}
