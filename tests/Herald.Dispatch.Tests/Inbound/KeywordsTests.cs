using Herald.Dispatch.Inbound;

namespace Herald.Dispatch.Tests.Inbound;

public class KeywordsTests
{
    [Theory]
    [InlineData("STOP", Keyword.Stop)]
    [InlineData(" stop. ", Keyword.Stop)]
    [InlineData("Opt-out!", Keyword.Stop)]
    [InlineData("OPT OUT", Keyword.Stop)]
    [InlineData("stop please", Keyword.Stop)]
    [InlineData("please remove me from your list", Keyword.Stop)]
    [InlineData("revoke", Keyword.Stop)]
    [InlineData("End", Keyword.Stop)]
    [InlineData("UnStop", Keyword.Start)]
    [InlineData("start", Keyword.Start)]
    [InlineData("yes", Keyword.Yes)]
    [InlineData("Help?", Keyword.Help)]
    [InlineData("info", Keyword.Help)]
    [InlineData("I will stop by at ten", Keyword.None)]
    [InlineData("yes please", Keyword.None)]
    [InlineData("the end of the street", Keyword.None)]
    [InlineData("", Keyword.None)]
    internal void A_reply_means(string text, Keyword meaning) => Keywords.Of(text).ShouldBe(meaning);
}
