using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Herald.Server.Identity;

/// <summary>The development issuer's signing key: made at start, kept in memory, gone with the process.</summary>
internal sealed class DevelopmentKeys : IDisposable
{
    private readonly RSA rsa = RSA.Create(2048);

    public DevelopmentKeys()
    {
        Key = new RsaSecurityKey(rsa) { KeyId = Guid.NewGuid().ToString("N") };
        Signing = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256);
    }

    public RsaSecurityKey Key { get; }

    public SigningCredentials Signing { get; }

    public RSAParameters Public => rsa.ExportParameters(includePrivateParameters: false);

    public void Dispose() => rsa.Dispose();
}
