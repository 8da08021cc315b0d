using Herald.Core.Deliveries;
using Herald.Store.Intake;

namespace Herald.Store.Tests.Contacts;

public abstract class ContactConformance(StoreEngine engine) : StoreConformance(engine)
{
    private static string Default(Guid engagement) => "contactid";

    [Fact]
    public async Task What_a_file_brought_stands_in_its_column()
    {
        var id = Guid.NewGuid();
        foreach (var title in new[] { "Pilot", "Captain" })
        {
            var task = Any.Task(person: id.ToString("D"));
            await Store.Intake.AppendAsync(Any.Ready(task with { Contacts = [task.Contacts[0] with { RowValues = new Dictionary<string, string> { ["jobtitle"] = title, ["description"] = "d" } }] }), Ct);
        }

        await Store.Contacts.UpsertAsync(_ => "contactid", Noon, 10, Ct);

        (await Under.ReadAsync("select count(*) from contact where jobtitle = 'Captain' and description = 'd' and firstname = 'Ada'")).ShouldBe(1);
    }

    [Fact]
    public async Task Rows_are_found_by_the_column_the_planner_names()
    {
        var task = Any.Ready(Any.Task(person: "E-1"));
        await Store.Intake.AppendAsync(task, Ct);
        await Store.Contacts.UpsertAsync(_ => "employeeid", Noon, 10, Ct);

        var found = await Store.Contacts.FindAsync("employeeid", ["E-1", "E-2"], Ct);
        found.Keys.ShouldHaveSingleItem().ShouldBe("E-1", StringCompareShould.IgnoreCase);
        var id = Guid.NewGuid();
        (await Store.Contacts.FindAsync("contactid", ["E-1", id.ToString()], Ct)).ShouldBe(new Dictionary<string, Guid> { [id.ToString()] = id });
    }

    [Fact]
    public async Task Members_present_overwrite_and_absent_ones_stay()
    {
        var person = Guid.NewGuid().ToString("D");
        await AppendAsync(new Contact { UniqueIdentifier = person, FirstName = "Ada", LastName = "Byron", MobilePhone = Any.Number(), City = "London" });
        await AppendAsync(new Contact { UniqueIdentifier = person.ToUpperInvariant(), LastName = "Lovelace", MobilePhone = Any.Number() });

        (await Store.Contacts.UpsertAsync(Default, Noon, 100, Ct)).ShouldBe(2);
        (await Store.Contacts.UpsertAsync(Default, Noon, 100, Ct)).ShouldBe(0);
        await AppendAsync(new Contact { UniqueIdentifier = person, City = "Paris", MobilePhone = Any.Number() });
        (await Store.Contacts.UpsertAsync(Default, Noon, 100, Ct)).ShouldBe(1);

        (await Under.ReadAsync("select count(*) from contact")).ShouldBe(1);
        (await Under.ReadAsync("select count(*) from contact where firstname = 'Ada' and lastname = 'Lovelace' and address1_city = 'Paris' and version = 2")).ShouldBe(1);
    }

    [Fact]
    public async Task An_identifier_that_is_no_id_touches_no_row_under_the_default_key()
    {
        await AppendAsync(new Contact { UniqueIdentifier = "crm-1", MobilePhone = Any.Number() });

        (await Store.Contacts.UpsertAsync(Default, Noon, 100, Ct)).ShouldBe(1);

        (await Under.ReadAsync("select count(*) from contact")).ShouldBe(0);
    }

    [Fact]
    public async Task Another_key_finds_its_row_or_makes_one_and_links_the_deliveries()
    {
        foreach (var name in new[] { "crm-1", "CRM-1", "crm-2" })
            await AppendAsync(new Contact { UniqueIdentifier = name, FirstName = name, MobilePhone = Any.Number() });
        (await Store.Contacts.UpsertAsync(_ => "externaluseridentifier", Noon, 100, Ct)).ShouldBe(3);
        await AppendAsync(new Contact { UniqueIdentifier = "crm-2", LastName = "Later", MobilePhone = Any.Number() });
        (await Store.Contacts.UpsertAsync(_ => "externaluseridentifier", Noon, 100, Ct)).ShouldBe(1);

        (await Under.ReadAsync("select count(*) from contact")).ShouldBe(2);
        (await Under.ReadAsync("select count(*) from contact c join delivery d on d.contact_id = c.id")).ShouldBe(4);
        (await Under.ReadAsync("select count(*) from contact where externaluseridentifier = 'crm-2' and firstname = 'crm-2' and lastname = 'Later'")).ShouldBe(1);
        (await Store.Contacts.UpsertAsync(_ => "name; drop table contact", Noon, 100, Ct)).ShouldBe(0);
    }

    [Fact]
    public async Task What_a_dead_process_left_is_taken_over()
    {
        await AppendAsync(new Contact { UniqueIdentifier = Guid.NewGuid().ToString("D"), MobilePhone = Any.Number() });
        await Under.ReopenAsync();

        (await Store.Contacts.UpsertAsync(Default, Noon, 100, Ct)).ShouldBe(1);

        (await Under.ReadAsync("select count(*) from contact")).ShouldBe(1);
    }

    private async Task AppendAsync(Contact contact) =>
        await Store.Intake.AppendAsync(Any.Ready(Any.Task() with { Contacts = [contact] }), Ct);
}
