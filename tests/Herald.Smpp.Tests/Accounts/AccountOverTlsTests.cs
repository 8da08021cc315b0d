using Herald.Smpp.Accounts;
using Herald.Smpp.Inbound;
using Herald.Smpp.Tests.Smscs;

namespace Herald.Smpp.Tests.Accounts;

public class AccountOverTlsTests(TlsSmsc smsc) : IClassFixture<TlsSmsc>
{
    [Fact]
    public async Task A_message_and_its_receipt_travel_over_tls()
    {
        await using var esme = await Esme.UpAsync(smsc.Port, options => (options.Tls, options.TlsHost, options.TlsAuthorities) = (true, "smsc.test", smsc.Certificate));
        (await esme.SubmitAsync()).ShouldBeOfType<SubmitOutcome.Accepted>();
        (await esme.Handler.ReceiptAsync()).Verdict.ShouldBe(ReceiptVerdict.Delivered);
    }

    [Theory]
    [InlineData("smsc.test", false)]
    [InlineData("other.test", true)]
    public async Task A_certificate_we_do_not_trust_or_of_another_name_is_refused(string host, bool trusted)
    {
        await using var esme = Esme.Down(smsc.Port, options =>
            (options.Tls, options.TlsHost, options.TlsAuthorities) = (true, host, trusted ? smsc.Certificate : null));
        await esme.Handler.UntilAsync(() => esme.Account.Status().LastEnds[0].Contains("certificate", StringComparison.Ordinal));
        esme.Account.Status().BindsUp.ShouldBe(0);
    }
}
