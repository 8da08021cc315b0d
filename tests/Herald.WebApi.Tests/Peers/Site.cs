using System.Text.Json;
using Herald.Server.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Herald.WebApi.Tests.Peers;

/// <summary>The Web API on a real socket over one database, and a client to it. The header X-Roles says what the caller holds.</summary>
internal sealed class Site : IAsyncDisposable
{
    public static readonly Guid User = Guid.Parse("0e0e0e0e-0000-0000-0000-000000000001");
    private static readonly List<Guid> CancelledIds = [];
    private static readonly Herald.WebApi.Catalogue.TableCatalogue Tables = HeraldCatalogue.Create(CancelAsync);
    private readonly WebApplication app;

    private Site(WebApplication app, TestRows rows, FailureLog failures)
    {
        (this.app, Rows, Failures) = (app, rows, failures);
        Root = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient { BaseAddress = new Uri(Root + "/api/data/v9.2/") };
        Client.DefaultRequestHeaders.Add("X-Roles", Access.SystemAdministrator);
    }

    public TestRows Rows { get; }
    public FailureLog Failures { get; }
    public string Root { get; }
    public HttpClient Client { get; }

    public static async Task<Site> StartAsync(TestRows rows, Action<WebApplication>? more = null, int pageSize = 5000, TimeProvider? time = null, int aggregateCap = 50_000, TimeSpan? limit = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var failures = new FailureLog();
        builder.Logging.ClearProviders().AddProvider(failures);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        more?.Invoke(app);
        app.MapWebApi(new WebApiOptions
        {
            Catalogue = Tables,
            Rows = rows,
            Time = time ?? TimeProvider.System,
            PageSize = pageSize,
            AggregateCap = aggregateCap,
            StatementLimit = limit ?? TimeSpan.FromSeconds(60),
            Caller = http => new Caller(User, Guid.Empty, Guid.Empty, http.Request.Headers["X-Roles"].ToString().Split(',').ToHashSet()),
        });
        await app.StartAsync();
        return new Site(app, rows, failures);
    }

    public async Task<Answer> GetAsync(string url, params (string Name, string Value)[] headers) => await SendAsync(HttpMethod.Get, url, null, headers);

    public async Task<Answer> SendAsync(HttpMethod method, string url, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, url);
        if (body is not null) request.Content = new StringContent(body, null, "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var headersSeen = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer((int)response.StatusCode, text, headersSeen);
    }

    /// <summary>What stands for the engine's cancel: remembers the id.</summary>
    private static ValueTask<Herald.WebApi.Errors.Fault?> CancelAsync(Microsoft.AspNetCore.Http.HttpContext http, Guid id, CancellationToken ct)
    {
        lock (CancelledIds) CancelledIds.Add(id);
        return ValueTask.FromResult<Herald.WebApi.Errors.Fault?>(null);
    }

    public static IReadOnlyList<Guid> Cancelled
    {
        get
        {
            lock (CancelledIds) return [.. CancelledIds];
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
