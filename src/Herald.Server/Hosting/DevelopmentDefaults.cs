namespace Herald.Server.Hosting;

/// <summary>Fixed values that documentation, tests and users rely on.</summary>
internal static class DevelopmentDefaults
{
    public const string Address = "http://localhost:5080";

    /// <summary>In the data directory; MSAL clients are told to trust it.</summary>
    public const string CertificateFile = "dev-certificate.pem";

    public static readonly Guid VoiceEngagement = new("a1b2c3d4-e5f6-7890-abcd-ef1234567890");
    public static readonly Guid SmsEngagement = new("b2c3d4e5-f6a7-8901-bcde-f12345678901");
}
