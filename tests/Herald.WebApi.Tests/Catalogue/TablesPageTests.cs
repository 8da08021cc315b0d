using System.Runtime.CompilerServices;
using Herald.Server.Tables;

namespace Herald.WebApi.Tests.Catalogue;

public sealed class TablesPageTests
{
    /// <summary>Set HERALD_PRINT_DOCS=1 to write the page instead of comparing it.</summary>
    [Fact]
    public async Task The_page_of_tables_is_what_the_definitions_say()
    {
        var page = TablesPage.Print(HeraldCatalogue.Create());
        if (Environment.GetEnvironmentVariable("HERALD_PRINT_DOCS") == "1") await File.WriteAllTextAsync(Where(), page);
        (await File.ReadAllTextAsync(Where())).ShouldBe(page);
    }

    private static string Where([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "tables.md");
}
