namespace Herald.Sip.Tests.Progress;

public class CallProgressTests(SpokenText spoken) : IClassFixture<SpokenText>
{
    [Theory]
    [InlineData("Hello?", "en-us")]
    [InlineData("Yes?", "en-us")]
    [InlineData("Hello, this is Dana.", "en-us")]
    [InlineData("Good morning.", "en-gb")]
    [InlineData("Müller, hallo?", "de")]
    [InlineData("Allô, oui?", "fr")]
    [InlineData("Diga?", "es")]
    public async Task A_short_greeting_and_a_pause_is_a_person(string text, string voice)
    {
        var verdicts = new Sound().Silence(600).Speech(await spoken.SayAsync(text, voice)).Silence(4_000).Verdicts();
        verdicts.ShouldHaveSingleItem().Kind.ShouldBe(ProgressKind.Person);
        verdicts[0].After.TotalSeconds.ShouldBeInRange(1.2, 4);
    }

    [Theory]
    [InlineData("You have reached the Smith family. We can not come to the phone right now. Please leave a message after the tone.", "en-us", 1_000)]
    [InlineData("Hi, this is Bob, leave me a message and I will call you back as soon as I can.", "en-gb", 850)]
    [InlineData("Dies ist die Mailbox von null eins sieben zwei, vier fünf sechs. Bitte hinterlassen Sie eine Nachricht nach dem Signalton.", "de", 440)]
    [InlineData("Bonjour, vous êtes bien sur la messagerie de Claire. Laissez un message après le bip sonore.", "fr", 1_400)]
    public async Task A_long_greeting_is_a_machine_and_its_beep_is_heard(string text, string voice, double hertz)
    {
        var greeting = await spoken.SayAsync(text, voice);
        var verdicts = new Sound().Silence(400).Speech(greeting).Silence(700).Tone(hertz, 400).Silence(5_000).Verdicts();
        verdicts.Select(verdict => verdict.Kind).ShouldBe([ProgressKind.Machine, ProgressKind.Beep]);
        verdicts[0].Greeting.TotalMilliseconds.ShouldBeInRange(1_700, 2_300);
        var beepEnds = 400 + greeting.Length / 8 + 700 + 400;
        verdicts[1].After.TotalMilliseconds.ShouldBeInRange(beepEnds - 10, beepEnds + 80);
    }

    [Fact]
    public async Task A_machine_without_a_beep_records_after_its_silence()
    {
        var greeting = await spoken.SayAsync("You have reached a number that is not staffed at this hour of the day.");
        new Sound().Silence(400).Speech(greeting).Silence(6_000).Kinds().ShouldBe([ProgressKind.Machine, ProgressKind.Beep]);
    }

    [Fact]
    public async Task A_machine_of_few_words_is_told_by_its_beep()
    {
        var greeting = await spoken.SayAsync("Leave a message.");
        new Sound().Silence(300).Speech(greeting).Silence(300).Tone(1_000, 500).Silence(3_000).Kinds().ShouldBe([ProgressKind.Machine, ProgressKind.Beep]);
    }

    [Fact]
    public void Nothing_at_all_is_silence()
    {
        var verdicts = new Sound().Silence(6_000).Verdicts();
        verdicts.ShouldHaveSingleItem().Kind.ShouldBe(ProgressKind.Silence);
        verdicts[0].After.ShouldBe(TimeSpan.FromMilliseconds(3_500), TimeSpan.FromMilliseconds(40));
    }

    [Theory]
    [InlineData(2_100, 3_000)]
    [InlineData(1_100, 500)]
    public void A_fax_is_told_by_its_tone(double hertz, int milliseconds) =>
        new Sound().Silence(800).Tone(hertz, milliseconds).Silence(3_000).Kinds().ShouldBe([ProgressKind.Fax]);

    [Theory]
    [InlineData(913.8, 1370.6)]
    [InlineData(985.2, 1428.5)]
    [InlineData(950, 1400)]
    public void Special_information_tones_are_told_before_and_after_the_answer(double first, double second)
    {
        var line = new Sound().Silence(300).Tone(first, 330).Tone(second, 330).Tone(1_776.7, 330).Silence(500);
        line.Kinds(beforeAnswer: true).ShouldBe([ProgressKind.Sit]);
        line.Kinds(codec: Codec.Pcma).ShouldBe([ProgressKind.Sit]);
    }

    [Fact]
    public void Busy_is_told_by_its_cadence_in_america_and_in_europe()
    {
        var america = new Sound().Silence(200);
        var reorder = new Sound();
        var europe = new Sound();
        for (var i = 0; i < 5; i++)
        {
            america.Pair(480, 620, 500).Silence(500);
            reorder.Pair(480, 620, 250).Silence(250);
            europe.Tone(425, 480).Silence(480);
        }
        america.Kinds(beforeAnswer: true).ShouldBe([ProgressKind.Busy]);
        reorder.Kinds(beforeAnswer: true).ShouldBe([ProgressKind.Busy]);
        europe.Kinds(beforeAnswer: true, Codec.Pcma).ShouldBe([ProgressKind.Busy]);
    }

    [Fact]
    public void Ringing_is_not_busy()
    {
        var america = new Sound();
        var europe = new Sound();
        var britain = new Sound();
        for (var i = 0; i < 5; i++)
        {
            america.Pair(440, 480, 2_000).Silence(4_000);
            europe.Tone(425, 1_000).Silence(4_000);
            britain.Pair(400, 450, 400).Silence(200).Pair(400, 450, 400).Silence(2_000);
        }
        america.Kinds(beforeAnswer: true).ShouldBeEmpty();
        europe.Kinds(beforeAnswer: true).ShouldBeEmpty();
        britain.Kinds(beforeAnswer: true).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_announcement_before_the_answer_is_no_verdict()
    {
        var words = await spoken.SayAsync("The person you are calling is not available. Please try again later.");
        new Sound().Speech(words).Silence(500).Speech(words).Kinds(beforeAnswer: true).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_who_says_hello_again_is_still_a_person()
    {
        var hello = await spoken.SayAsync("Hello?");
        new Sound().Silence(300).Speech(hello).Silence(600).Speech(hello).Silence(600).Speech(hello).Silence(3_000).Kinds().ShouldBe([ProgressKind.Person]);
    }

    [Fact]
    public async Task Thresholds_are_options()
    {
        var words = await spoken.SayAsync("Hello, this is Dana, who is speaking please?");
        var strict = new ProgressOptions { MachineGreeting = TimeSpan.FromMilliseconds(900) };
        new Sound().Speech(words).Silence(4_000).Verdicts(options: strict)[0].Kind.ShouldBe(ProgressKind.Machine);
    }
}
