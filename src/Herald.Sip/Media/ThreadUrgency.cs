using System.Runtime.InteropServices;

namespace Herald.Sip.Media;

/// <summary>Lets the media thread run the moment its tick comes, also on a busy machine: 20 ms are not many. .NET's thread priorities do nothing on Linux.</summary>
internal static class ThreadUrgency
{
    private const int ThisThread = 0; // Linux takes thread ids here, and 0 for the calling one
    private const int RoundRobin = 2; // SCHED_RR of sched.h
    private const int Nice = -11;

    /// <summary>The lowest real-time priority, else a nice value: <c>LimitRTPRIO=1</c> or <c>LimitNICE=-11</c> of the service, or CAP_SYS_NICE. Without any, and elsewhere, little changes.</summary>
    public static void Raise()
    {
        if (!OperatingSystem.IsLinux())
            Thread.CurrentThread.Priority = ThreadPriority.Highest;
        else if (SetScheduler(ThisThread, RoundRobin, priority: 1) != 0)
            _ = SetPriority(0, ThisThread, Nice);
    }

    [DllImport("libc", EntryPoint = "sched_setscheduler")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetScheduler(int thread, int policy, in int priority);

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int nice);
}
