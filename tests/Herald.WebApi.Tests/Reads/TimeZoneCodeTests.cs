using Herald.WebApi.Tests.Peers;

namespace Herald.WebApi.Tests.Reads;

public sealed class TimeZoneCodeTests(PostgresCluster cluster) : Suite(SqlDialect.Sqlite, cluster)
{
    private const string Function = "GetTimeZoneCodeByLocalizedName";

    private protected override bool ReadsOnly => true;

    [Theory]
    [InlineData("(LocalizedStandardName=@p1,LocaleId=@p2)?@p1='Pacific%20Standard%20Time'&@p2=1033", 4)]
    [InlineData("(LocalizedStandardName='E. South America Standard Time',LocaleId=1033)", 65)]
    [InlineData("(LocaleId=1033,LocalizedStandardName='(GMT-03:00) Brasilia')", 65)]
    public async Task A_name_has_a_code(string call, int code)
    {
        var answer = (await Site.GetAsync(Function + call)).Ok();
        ((int)answer.Json["TimeZoneCode"]!).ShouldBe(code);
        answer.Json["@odata.context"]!.ToString().ShouldEndWith($"#Microsoft.Dynamics.CRM.{Function}Response");
    }

    [Theory]
    [InlineData("", "0x80040203")]
    [InlineData("(LocalizedStandardName='x')", "0x80040203")]
    [InlineData("(LocalizedStandardName='Nowhere',LocaleId=1033)", "0x80040203")]
    [InlineData("(LocalizedStandardName=@p,LocaleId=1033)", "0x80040203")]
    [InlineData("(LocalizedStandardName='UTC',LocaleId='en')", "0x80060888")]
    [InlineData("(LocalizedStandardName=UTC,LocaleId=1033)", "0x80060888")]
    [InlineData("(LocalizedStandardName='UTC',LocaleId=1033,More=1)", "0x80060888")]
    public async Task Anything_else_is_400(string call, string code) => (await Site.GetAsync(Function + call)).Refused(400, code);
}
