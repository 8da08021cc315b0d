using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Herald.Core.Agents;
using NodaTime.Extensions;

namespace Herald.Dispatch.Agents;

/// <summary>Asks a program what to do next: one POST a turn (docs/agents.md). What was sent is never sent again; only a connection that could not be made is tried again within the turn's time.</summary>
public sealed class HttpAgent : IAgent, IDisposable
{
    private static readonly TimeSpan BetweenConnects = TimeSpan.FromMilliseconds(200);

    private readonly string name;
    private readonly HttpAgentOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient http;

    public HttpAgent(string name, HttpAgentOptions options, TimeProvider time)
    {
        (this.name, this.options, this.time) = (name, options, time);
        http = new HttpClient(new SocketsHttpHandler
        {
            // The signed request goes where it was configured to go and nowhere else.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            // Shorter than what servers keep: a connection that closes under a request would fail the turn.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(4),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public Task<AgentEnd> TalkAsync(ICallLine line, AgentCall call, CancellationToken ct)
    {
        var turn = 0;
        return new Talk(line, options.OptOutKey is { Length: 1 } key ? key[0] : null, options.OptOutText, time).RunAsync(
            async (happened, over) =>
            {
                if (++turn > options.MostTurns)
                    throw Failed($"it wanted more than {options.MostTurns} turns");
                var (action, set) = await AskAsync(AgentTurn.Request(call, turn, happened), over);
                foreach (var (attribute, value) in set)
                    call.Results.Set(attribute, value);
                if (call.Results.Count > ResultLimits.Most)
                    throw Failed($"it set more than {ResultLimits.Most} attributes");
                return action;
            },
            ct);
    }

    public void Dispose() => http.Dispose();

    private async Task<(FlowAction Action, IReadOnlyDictionary<string, string> Set)> AskAsync(byte[] body, CancellationToken over)
    {
        using var late = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, over);
        try
        {
            using var answer = await SendAsync(body, either.Token);
            if (answer.StatusCode != HttpStatusCode.OK)
                throw Failed($"it answered {(int)answer.StatusCode}");
            return AgentTurn.Read(await ReadAsync(answer.Content, either.Token), out var mistake) is { } read ? read : throw Failed(mistake!);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !over.IsCancellationRequested)
        {
            throw Failed($"no answer within {options.Timeout.TotalSeconds:0.#} s");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Failed(e is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } ? "it cannot be reached" : "the connection broke", e);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(byte[] body, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                using var request = Signed(body);
                return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            }
            catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
            {
                // No connection was made, so nothing was sent. A program that restarts is back in a moment.
                try
                {
                    await Task.Delay(BetweenConnects, time, ct);
                }
                catch (OperationCanceledException) when (ct.IsCancellationRequested)
                {
                    throw e;
                }
            }
        }
    }

    private HttpRequestMessage Signed(byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        if (options.Token is { Length: > 0 } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (options.Secret is not { Length: > 0 } secret)
            return request;
        var at = time.GetCurrentInstant().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{at}."), .. body];
        request.Headers.Add("X-Herald-Timestamp", at);
        request.Headers.Add("X-Herald-Signature", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}");
        return request;
    }

    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken ct)
    {
        await using var stream = await content.ReadAsStreamAsync(ct);
        using var kept = new MemoryStream();
        var buffer = new byte[4_096];
        for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0;)
        {
            if (kept.Length + read > options.MostBytes)
                throw Failed($"its answer has more than {options.MostBytes} bytes");
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private AgentFailedException Failed(string why, Exception? inner = null) => new($"The agent {name} failed: {why}.", inner);
}
