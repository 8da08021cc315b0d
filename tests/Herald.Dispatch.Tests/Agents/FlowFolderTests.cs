using Herald.Dispatch.Agents;
using Microsoft.Extensions.Time.Testing;

namespace Herald.Dispatch.Tests.Agents;

public sealed class FlowFolderTests : IDisposable
{
    private const string Bye = "steps:\n  bye:\n    hangUp: ";

    private readonly string folder = Directory.CreateTempSubdirectory("herald-flows-").FullName;
    private readonly FakeTimeProvider time = new();
    private int written;

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_saved_change_is_run_by_the_next_call()
    {
        Write("a.yaml", Bye + "one");
        var flows = new FlowFolder(folder, time);
        flows.Look().Loaded.ShouldBe(["a"]);
        (await SaysAsync(flows, "A")).ShouldBe("one");

        flows.Look().Loaded.ShouldBeEmpty();
        Write("a.yaml", Bye + "two");
        Write("b.yml", Bye + "bee");
        flows.Look().Loaded.ShouldBe(["a", "b"], ignoreOrder: true);
        (await SaysAsync(flows, "a")).ShouldBe("two");
        flows.Names.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task A_faulty_change_leaves_the_last_good_flow_and_is_told_once()
    {
        Write("a.yaml", Bye + "one");
        var flows = new FlowFolder(folder, time);
        flows.Look();
        Write("a.yaml", "steps:\n  bye:\n    hangup: x");

        flows.Look().Faults.ShouldHaveSingleItem().Line.ShouldBe(2);
        flows.Look().Faults.ShouldBeEmpty();
        flows.Faults.ShouldHaveSingleItem();
        (await SaysAsync(flows, "a")).ShouldBe("one");

        Write("a.yaml", Bye + "mended");
        flows.Look().Loaded.ShouldBe(["a"]);
        flows.Faults.ShouldBeEmpty();
        (await SaysAsync(flows, "a")).ShouldBe("mended");
    }

    [Fact]
    public void A_flow_that_never_was_good_cannot_be_called()
    {
        Write("a.yaml", "steps: 1");
        var flows = new FlowFolder(folder, time);
        flows.Look().Faults.ShouldNotBeEmpty();
        flows.Find("a").ShouldBeNull();
        flows.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_removed_file_takes_its_flow_with_it_but_a_folder_that_is_gone_does_not()
    {
        Write("a.yaml", Bye + "one");
        Write("b.yaml", Bye + "two");
        var flows = new FlowFolder(folder, time);
        flows.Look();
        File.Delete(Path.Combine(folder, "b.yaml"));
        flows.Look().Removed.ShouldBe(["b"]);
        flows.Find("b").ShouldBeNull();

        Directory.Delete(folder, recursive: true);
        flows.Look().Faults.ShouldHaveSingleItem();
        (await SaysAsync(flows, "a")).ShouldBe("one");
    }

    [Fact]
    public void Names_differ_by_more_than_case_and_ending()
    {
        Write("a.yaml", Bye + "one");
        Write("a.yml", Bye + "two");
        Write("notes.txt", "not looked at");
        Write(".a.yaml.swp.yaml", "an editor's");
        var flows = new FlowFolder(folder, time);
        flows.Look().Faults.ShouldHaveSingleItem().File.ShouldBe("a.yml");
        flows.Names.ShouldBe(["a"]);
    }

    [Fact]
    public void No_folder_is_no_flow_and_no_fault()
    {
        var flows = new FlowFolder(Path.Combine(folder, "none"), time);
        flows.Look().ShouldBe(FlowFolderChange.None);
        flows.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Mounted_settings_whose_link_is_turned_over_are_read_anew()
    {
        Directory.CreateDirectory(Path.Combine(folder, "..v1"));
        Directory.CreateDirectory(Path.Combine(folder, "..v2"));
        Write("..v1/a.yaml", Bye + "one");
        Write("..v2/a.yaml", Bye + "two");
        Directory.CreateSymbolicLink(Path.Combine(folder, "..data"), "..v1");
        File.CreateSymbolicLink(Path.Combine(folder, "a.yaml"), "..data/a.yaml");
        var flows = new FlowFolder(folder, time);
        flows.Look();
        (await SaysAsync(flows, "a")).ShouldBe("one");

        Directory.Delete(Path.Combine(folder, "..data"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "..data"), "..v2");
        flows.Look().Loaded.ShouldBe(["a"]);
        (await SaysAsync(flows, "a")).ShouldBe("two");
    }

    [Fact]
    public void Names_are_found_case_blind_and_programs_come_first()
    {
        Write("a.yaml", Bye + "one");
        var flows = new FlowFolder(folder, time);
        flows.Look();
        var program = new FlowAgent(Greeting.Flow, time);
        var book = new AgentBook(flows, new Dictionary<string, IAgent> { ["Triage"] = program }, time);
        book.Find("A").ShouldNotBeNull();
        book.Find("triage").ShouldBe(program);
        book.Find("nobody").ShouldBeNull();
        book.Find(null).ShouldNotBeNull();
    }

    private async Task<string> SaysAsync(FlowFolder flows, string name)
    {
        var line = new ScriptedLine();
        await flows.Find(name)!.TalkAsync(line, Calls.To(), line.Over);
        return line.Heard.Single();
    }

    // Two writes within the file system's clock tick would look alike if their sizes did.
    private void Write(string file, string text)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(++written));
    }
}
