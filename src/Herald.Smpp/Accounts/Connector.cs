using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Herald.Smpp.Accounts;

internal static class Connector
{
    public static async Task<Stream> ConnectAsync(SmppAccountOptions options, TimeProvider time, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(options.ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        // Batches are ours to make (OutputBuffer); Nagle's would only add delay.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, either.Token);
            var stream = new NetworkStream(socket, ownsSocket: true);
            return options.Tls ? await SecureAsync(stream, options, either.Token) : stream;
        }
        catch (Exception e)
        {
            socket.Dispose();
            if (e is OperationCanceledException && timeout.IsCancellationRequested)
                throw new TimeoutException("no connection within the connect timeout", e);
            throw;
        }
    }

    private static async Task<Stream> SecureAsync(NetworkStream stream, SmppAccountOptions options, CancellationToken cancellation)
    {
        var secure = new SslStream(stream, leaveInnerStreamOpen: false);
        var tls = new SslClientAuthenticationOptions { TargetHost = options.TlsHost ?? options.Host };
        if (options.TlsAuthorities is { } authorities)
        {
            tls.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            tls.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(authorities);
        }
        if (options is { TlsClientCertificate: { } certificate, TlsClientKey: { } key })
            tls.ClientCertificates = [X509Certificate2.CreateFromPemFile(certificate, key)];
        await secure.AuthenticateAsClientAsync(tls, cancellation);
        return secure;
    }
}
