namespace Herald.Smpp.Tests;

internal static class Bounded
{
    /// <summary>Nothing here takes long; what does is a failure, not a hang.</summary>
    public static Task<T> InTime<T>(this Task<T> task) => task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);

    public static Task InTime(this Task task) => task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
}
