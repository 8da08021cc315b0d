using Herald.Sip.Digest;
using Herald.Sip.Messages;

namespace Herald.Sip.Tests.Digest;

public class DigestTests
{
    [Theory] // the example of RFC 7616 §3.9.1
    [InlineData("MD5", "8ca523f5e9506fed4657c9700eebdbec")]
    [InlineData("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")]
    public void The_standards_example_comes_out(string algorithm, string response)
    {
        var challenge = new DigestChallenge(false, "http-auth@example.org", "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS", algorithm, true, false);
        DigestAnswer.Write(challenge, "Mufasa", "Circle of Life", "GET", "/dir/index.html", 1, "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ")
            .ShouldContain($"response=\"{response}\"");
    }

    [Theory]
    [InlineData("Basic realm=\"r\"")]
    [InlineData("Digest realm=\"r\", nonce=\"n\", algorithm=SHA-512-256")]
    [InlineData("Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\"")]
    [InlineData("Digest realm=\"r\"")]
    public void Challenges_we_cannot_answer_are_none(string value)
    {
        var response = new SipResponse(401, "");
        response.Headers.Add("WWW-Authenticate", value);
        DigestChallenge.Best(response).ShouldBeNull();
    }

    [Fact]
    public void Quoted_commas_do_not_split_a_challenge()
    {
        var response = new SipResponse(401, "");
        response.Headers.Add("WWW-Authenticate", "Digest realm=\"a, b\", nonce=\"n=1,2\", stale=true, qop=\"auth-int, auth\"");
        var challenge = DigestChallenge.Best(response)!;
        (challenge.Realm, challenge.Nonce, challenge.Stale, challenge.QopAuth, challenge.Algorithm).ShouldBe(("a, b", "n=1,2", true, true, "MD5"));
    }
}
