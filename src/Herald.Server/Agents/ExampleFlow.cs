namespace Herald.Server.Agents;

/// <summary>The flow of the seeded voice engagement: a file of the user's own, to be changed while the server runs.</summary>
internal static class ExampleFlow
{
    public const string Name = "appointment";

    private const string Resource = "Herald.Server.Agents.appointment.yaml";

    /// <summary>Only into a folder that does not exist: what a user removed stays removed.</summary>
    public static void WriteInto(string folder)
    {
        if (Directory.Exists(folder))
            return;
        Directory.CreateDirectory(folder);
        using var example = typeof(ExampleFlow).Assembly.GetManifestResourceStream(Resource)!;
        using var file = File.Create(Path.Combine(folder, $"{Name}.yaml"));
        example.CopyTo(file);
    }
}
