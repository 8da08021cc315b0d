using Herald.Store.Migrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace Herald.Store.Tests.Migrations;

public abstract class MigrationConformance(StoreEngine engine) : StoreConformance(engine)
{
    private static readonly Migration First = new(1, "0001_engine", "create table one (id integer)");

    [Fact]
    public async Task Opening_again_changes_nothing()
    {
        var applied = await Under.ReadAsync("select count(*) from schema_version");
        await Under.ReopenAsync();

        (await Under.ReadAsync("select count(*) from schema_version")).ShouldBe(applied);
    }

    [Fact]
    public async Task A_schema_of_a_newer_build_is_refused()
    {
        await Under.Store.DisposeAsync();
        await using var older = new HeraldStore(Under.Options, TimeProvider.System, NullLoggerFactory.Instance, [First]);

        (await Should.ThrowAsync<SchemaException>(() => older.OpenAsync(Ct))).Message.ShouldContain("newer");
    }

    [Fact]
    public async Task An_edited_script_is_refused()
    {
        var known = Enumerable.Range(2, 98).Select(number => new Migration(number, $"{number:0000}_more", "select 1"));
        await Under.Store.DisposeAsync();
        await using var edited = new HeraldStore(Under.Options, TimeProvider.System, NullLoggerFactory.Instance, [First, .. known]);

        (await Should.ThrowAsync<SchemaException>(() => edited.OpenAsync(Ct))).Message.ShouldContain("0001_engine");
    }

    [Fact]
    public void A_number_that_is_there_twice_is_refused() =>
        Should.Throw<InvalidOperationException>(() => MigrationSet.Ordered([First, First with { Name = "0001_other" }])).Message.ShouldContain("0001_other");

    [Fact]
    public void Line_ends_of_a_checkout_are_no_edit() =>
        (First with { Sql = "a\r\nb" }).Hash.ShouldBe((First with { Sql = "a\nb" }).Hash);
}
