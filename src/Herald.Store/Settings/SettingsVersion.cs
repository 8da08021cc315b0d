using Herald.Store.Statements;

namespace Herald.Store.Settings;

/// <summary>One number that goes up with every write to a settings table; each pass reads it.</summary>
internal static class SettingsVersion
{
    public static readonly Command<int> Read = new("read_settings_version");

    private static readonly Command<int> BumpIt = new("bump_settings_version");

    public static void Bump(ISqlSession session) => session.Run(BumpIt, [0]);
}
