using System.Security.Cryptography;
using System.Text;

namespace Herald.Sip.Speech;

/// <summary>Spoken texts as files, whole or not there, also for other processes that share the folder. Bounded.</summary>
internal sealed class SpeechCache
{
    private readonly string folder;
    private readonly int limit;
    private int untilSweep;

    public SpeechCache(string folder, int limit)
    {
        (this.folder, this.limit) = (folder, Math.Max(4, limit));
        Directory.CreateDirectory(folder);
        untilSweep = 1; // what an earlier process left counts too
    }

    public static string Key(string voice, int speed, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{voice}\0{speed}\0{text}")));

    /// <summary>Null when it is not kept, or was swept away just now.</summary>
    public short[]? Find(string key)
    {
        try
        {
            return File.Exists(FileOf(key)) ? Wav.Read(FileOf(key)) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Keep(string key, short[] samples)
    {
        var draft = FileOf(key) + "." + Guid.NewGuid().ToString("N");
        Wav.Write(draft, samples);
        File.Move(draft, FileOf(key), overwrite: true);
        if (Interlocked.Decrement(ref untilSweep) <= 0)
            Sweep();
    }

    private string FileOf(string key) => Path.Combine(folder, key + ".wav");

    // Listing a folder costs: done once for an eighth of the limit written.
    private void Sweep()
    {
        Interlocked.Exchange(ref untilSweep, Math.Max(1, limit / 8));
        var files = new DirectoryInfo(folder).GetFiles("*.wav");
        if (files.Length <= limit)
            return;
        foreach (var old in files.OrderBy(file => file.LastWriteTimeUtc).Take(files.Length - limit + limit / 4))
            old.Delete();
    }
}
