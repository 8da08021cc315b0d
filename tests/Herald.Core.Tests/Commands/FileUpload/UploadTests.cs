using CsCheck;
using Herald.Core.Commands;
using Herald.Core.Commands.FileUpload;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Tests.Commands.FileUpload;

public class UploadTests
{
    private static readonly Engagement Voice = Given.Find(Samples.VoiceEngagement)!;
    private static readonly Engagement Sms = Given.Find(Given.WithTemplate)!;

    private static Reading<UploadColumns> Header(params string[] names) => UploadColumns.Read(names, Voice);

    private static Reading<UploadRow> Row(string header, string values, Engagement? engagement = null) =>
        UploadColumns.Read(header.Split(','), engagement ?? Voice).ShouldBeAccepted().ReadRow(values.Split(','), 2);

    [Fact]
    public void A_file_needs_an_identifier_and_a_number()
    {
        Header("UniqueIdentifier", "HomePhoneNumber").ShouldBeAccepted();
        Header("MobilePhoneNumber").ShouldHaveOneFault("0x80040203", "UniqueIdentifier");
        Header("UniqueIdentifier", "FirstName").ShouldHaveOneFault("0x80040203", "MobilePhoneNumber");
    }

    [Theory]
    [InlineData("uniqueidentifier", "MOBILEPHONE")]
    [InlineData(" UniqueIdentifier ", "Mobile Phone")]
    [InlineData("\uFEFFUniqueIdentifier", "telephone1")]
    [InlineData("UniqueIdentifier", "Home Phone")]
    public void Columns_match_by_logical_and_display_name_in_any_case(string id, string phone) => Header(id, phone).ShouldBeAccepted();

    [Fact]
    public void No_column_comes_twice_or_without_a_name()
    {
        Header("UniqueIdentifier", "mobilephone", "Mobile Phone").ShouldHaveOneFault("0x80048d19", "Mobile Phone");
        Header("UniqueIdentifier", "mobilephone", "Due", "Due").ShouldHaveOneFault("0x80048d19", "Due");
        Header("UniqueIdentifier", "mobilephone", "Due", "due").ShouldBeAccepted();
        Header("UniqueIdentifier", "mobilephone", "a\0b").ShouldHaveOneFault("0x80048d19", "$");
        Header("UniqueIdentifier", "mobilephone", " ").ShouldHaveOneFault("0x80048d19", "$");
        Header("UniqueIdentifier", "mobilephone", new string('x', 101)).ShouldHaveOneFault("0x80044331", new string('x', 100));
    }

    [Fact]
    public void An_SMS_engagement_without_template_takes_no_file() =>
        UploadColumns.Read(["UniqueIdentifier", "mobilephone"], Given.Find(Samples.SmsEngagement)!).ShouldHaveOneFault("0x80040203", "$");

    [Fact]
    public void A_line_becomes_a_contact_with_attributes()
    {
        var row = Row(
            "UniqueIdentifier,First Name,lastname,mobilephone,Business Phone,telephone2,Email,address1_line1,Address 1: City,State,ZipCode,address1_country,TimeZone,Priority,AccountId,Due,due",
            "c-1, Ada ,Byron,+1 555-0100,+15550101,+15550102,a@example.com,1 Street,London,LDN,E1,UK,Europe/London,7,acc,tomorrow,").ShouldBeAccepted();

        (row.Line, row.Priority, row.AccountId).ShouldBe((2, "7", "acc"));
        row.Contact.InputAttributes.ShouldBe(new Dictionary<string, string> { ["Due"] = "tomorrow" });
        (row.Contact with { InputAttributes = Contact.NoAttributes, Windows = [] }).ShouldBe(new Contact
        {
            UniqueIdentifier = "c-1",
            FirstName = "Ada",
            LastName = "Byron",
            MobilePhone = "+15550100",
            BusinessPhone = "+15550101",
            HomePhone = "+15550102",
            Email = "a@example.com",
            AddressLine = "1 Street",
            City = "London",
            State = "LDN",
            PostalCode = "E1",
            Country = "UK",
            TimeZone = "Europe/London",
            Windows = [],
        });
    }

    [Fact]
    public void Only_identifier_and_one_number_are_required()
    {
        Row("UniqueIdentifier,mobilephone,telephone1,FirstName", "c,,+15550100").ShouldBeAccepted().Contact.BusinessPhone.ShouldBe("+15550100");
        Row("UniqueIdentifier,mobilephone", ",").ShouldBeRefused().Select(fault => fault.Target).ShouldBe(["UniqueIdentifier", "MobilePhoneNumber"]);
    }

    [Fact]
    public void Every_fault_of_a_line_names_its_column()
    {
        Row("UniqueIdentifier,mobilephone,TimeZone,City", $"c,12,Atlantis,{new string('x', 81)}").ShouldBeRefused()
            .Select(fault => (fault.Code, fault.Target))
            .ShouldBe([("0x80048d19", "MobilePhoneNumber"), ("0x80048d19", "TimeZone"), ("0x80044331", "City")]);
        Row("UniqueIdentifier,mobilephone", "c,+15550100,more").ShouldHaveOneFault("0x80048d19", "$");
        Row("UniqueIdentifier,mobilephone,Due", $"c,+15550100,{new string('x', 4_001)}").ShouldHaveOneFault("0x80044331", "Due");
    }

    [Fact]
    public void Columns_of_the_contact_row_go_to_it_and_others_become_attributes()
    {
        var contact = Row("UniqueIdentifier,mobilephone,jobtitle,Email Address 2,Due", "c,+15550100,Pilot,x@example.com,Monday").ShouldBeAccepted().Contact;
        contact.RowValues.ShouldBe(new Dictionary<string, string> { ["jobtitle"] = "Pilot", ["emailaddress2"] = "x@example.com" });
        contact.InputAttributes.ShouldBe(new Dictionary<string, string> { ["Due"] = "Monday" });
        Row("UniqueIdentifier,mobilephone,jobtitle", "c,+15550100,").ShouldBeAccepted().Contact.RowValues.ShouldBeNull();
        Row("UniqueIdentifier,mobilephone,Job Title", $"c,+15550100,{new string('x', 101)}").ShouldHaveOneFault("0x80044331", "jobtitle");
    }

    [Theory]
    [InlineData("DoNotPhone")]
    [InlineData("birthdate")]
    public void A_contact_column_that_a_file_cannot_write_is_refused(string column) =>
        UploadColumns.Read(["UniqueIdentifier", "mobilephone", column], Voice).ShouldHaveOneFault("0x80048d19", column);

    [Fact]
    public void SMS_takes_the_mobile_number_and_no_other()
    {
        Row("UniqueIdentifier,mobilephone,telephone1", "c,+15550100,", Sms).ShouldBeAccepted();
        Row("UniqueIdentifier,mobilephone,telephone1", "c,+15550100,+15550101", Sms).ShouldHaveOneFault("0x80040203", "BusinessPhoneNumber");
        Row("UniqueIdentifier,mobilephone,telephone1", "c,,+15550101", Sms).ShouldBeRefused().Count.ShouldBe(2);
    }

    private static UploadRow Good(int line, string? account, string? id = null) =>
        new(line, new() { UniqueIdentifier = id ?? $"c-{line}", MobilePhone = "+15550100" }, $"{line}", account);

    [Fact]
    public void A_chain_is_at_most_five_and_names_each_contact_once()
    {
        var chains = new AccountChains();
        for (var line = 2; line < 7; line++)
            chains.Admit(Good(line, "a")).ShouldBeNull();
        chains.Admit(Good(7, "a"))!.Target.ShouldBe("AccountId");
        chains.Admit(Good(8, "b", "same")).ShouldBeNull();
        chains.Admit(Good(9, "b", "same"))!.Target.ShouldBe("UniqueIdentifier");
        chains.Admit(Good(10, null, "same")).ShouldBeNull();
    }

    [Fact]
    public void Every_admitted_line_is_in_exactly_one_chain_of_its_account_in_file_order() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 6]).Array[0, 40].Sample(lines =>
        {
            var rows = lines.Select((each, i) => Good(i + 2, each.Item1 == 0 ? null : $"a{each.Item1}", $"c{each.Item2}")).ToList();
            var chains = new AccountChains();
            var admitted = rows.Where(row => chains.Admit(row) is null).ToList();
            var built = rows.Select(chains.Add).Where(chain => chain is not null).Select(chain => chain!).ToList();

            built.SelectMany(chain => chain).OrderBy(row => row.Line).ShouldBe(admitted);
            foreach (var chain in built)
            {
                chain.Count.ShouldBeInRange(1, 5);
                chain.Select(row => row.Line).ShouldBeInOrder();
                chain.Select(row => row.AccountId).Distinct().Count().ShouldBe(1);
                chain.Select(row => row.Contact.UniqueIdentifier).ShouldBeUnique();
            }

            built.Where(chain => chain[0].AccountId is not null).Select(chain => chain[0].AccountId).ShouldBeUnique();
        });

    [Fact]
    public void Lines_become_a_task_of_the_batch()
    {
        var batch = Guid.NewGuid();
        var task = UploadTask.Of([Good(2, "a"), Good(3, "a")], Voice, batch, Given.Now);
        (task.Intake, task.BatchId, task.Priority, task.EngagementId).ShouldBe((IntakeKind.File, batch, "2", Voice.Id));
        task.Contacts.Select(contact => contact.UniqueIdentifier).ShouldBe(["c-2", "c-3"]);
        task.Windows.ShouldBe([new Window(Given.Now, Given.Now + Duration.FromHours(24))]);
    }
}
