using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Herald.Smpp.Tests.Smscs;

/// <summary>Kannel's bearerbox and smsbox, an SMPP client that is not ours, bound to the SMSC of these tests. Its callbacks go to the SMSC's notes.</summary>
internal sealed class Kannel : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kannel-");
    private readonly List<Process> programs = [];
    private readonly HttpClient http = new();
    private readonly NodeSmsc smsc;
    private int sendPort;

    private Kannel(NodeSmsc smsc) => this.smsc = smsc;

    public static async Task<Kannel> StartAsync(NodeSmsc smsc)
    {
        var kannel = new Kannel(smsc);
        var (admin, box, send) = (FreePort(), FreePort(), FreePort());
        kannel.sendPort = send;
        var peers = typeof(NodeSmsc).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "PeersFolder").Value!;
        var text = await File.ReadAllTextAsync(Path.Combine(peers, "kannel.conf.in"));
        foreach (var (name, value) in new[] { ("@ADMIN@", admin), ("@BOX@", box), ("@SEND@", send), ("@SMPP@", smsc.Port), ("@CTL@", smsc.ControlPort) })
            text = text.Replace(name, value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var file = Path.Combine(kannel.folder.FullName, "kannel.conf");
        await File.WriteAllTextAsync(file, text.Replace("@TMP@", kannel.folder.FullName, StringComparison.Ordinal));
        // smsbox panics when it comes before the bearerbox listens.
        kannel.Run("bearerbox", file);
        await ListensAsync(box);
        kannel.Run("smsbox", file);
        await ListensAsync(send);
        return kannel;
    }

    /// <summary>What smsbox says of the request; delivery reports of all kinds are asked for.</summary>
    public async Task<string> SendAsync(string to, string text, bool unicode = false)
    {
        var report = Uri.EscapeDataString($"http://127.0.0.1:{smsc.ControlPort}/note?dlr=%d&to={to}&reply=%A");
        var coding = unicode ? "&coding=2&charset=UTF-8" : "";
        return await http.GetStringAsync($"http://127.0.0.1:{sendPort}/cgi-bin/sendsms?username=app&password=pw&to={to}&text={Uri.EscapeDataString(text)}{coding}&dlr-mask=31&dlr-url={report}");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        // smsbox before bearerbox; both by their own id.
        programs.Reverse();
        foreach (var program in programs)
        {
            if (!program.HasExited)
                program.Kill();
            await program.WaitForExitAsync();
            program.Dispose();
        }

        folder.Delete(recursive: true);
    }

    private void Run(string name, string file)
    {
        var start = new ProcessStartInfo(name, ["-v", "4", file]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin";
        start.FileName = File.Exists($"/usr/sbin/{name}") ? $"/usr/sbin/{name}" : name;
        var program = Process.Start(start)!;
        program.OutputDataReceived += (_, _) => { };
        program.ErrorDataReceived += (_, _) => { };
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        programs.Add(program);
    }

    private static async Task ListensAsync(int port)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
