using System.Text;

namespace Herald.Core.Tests.Deliveries;

/// <summary>A page of <c>docs/</c> that is printed from a table. <c>HERALD_WRITE_DOCS=1</c> writes it anew; otherwise it must be as committed.</summary>
internal static class PrintedPage
{
    public static void ShouldBeAsCommitted(string name, string content)
    {
        var path = Path.Combine(Root(), "docs", name);
        var text = content.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("HERALD_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        File.Exists(path).ShouldBeTrue($"docs/{name} is missing; run the tests with HERALD_WRITE_DOCS=1 to print it.");
        File.ReadAllText(path).ShouldBe(text, $"docs/{name} is not what the table says; run the tests with HERALD_WRITE_DOCS=1 and commit it.");
    }

    public static string Row(params string[] cells) => $"| {string.Join(" | ", cells)} |\n";

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Herald.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}
