namespace Herald.Server.Identity;

/// <summary>A client the development issuer knows. Ids and secrets are public: they open a loopback server with simulated people.</summary>
/// <param name="ObjectId">The service principal's <c>oid</c>.</param>
/// <param name="Role">Null: a client of the right tenant without any role.</param>
internal sealed record DevelopmentClient(string Name, Guid ClientId, string Secret, Guid ObjectId, string? Role)
{
    public static readonly Guid Tenant = new("11111111-1111-1111-1111-111111111111");

    public static readonly IReadOnlyList<DevelopmentClient> All =
    [
        Numbered(1, "agent", Roles.Agent),
        Numbered(2, "supervisor", Roles.Supervisor),
        Numbered(3, "administrator", Roles.Administrator),
        Numbered(4, "nobody", null),
    ];

    public static DevelopmentClient? Find(string? clientId) =>
        Guid.TryParse(clientId, out var id) ? All.FirstOrDefault(client => client.ClientId == id) : null;

    private static DevelopmentClient Numbered(byte number, string name, string? role) => new(
        name,
        new Guid($"aaaaaaaa-0000-0000-0000-{number:d12}"),
        $"dev-{name}",
        new Guid($"bbbbbbbb-0000-0000-0000-{number:d12}"),
        role);
}
