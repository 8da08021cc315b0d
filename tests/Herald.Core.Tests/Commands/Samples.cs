using System.Text;

namespace Herald.Core.Tests.Commands;

/// <summary>The published sample requests, letter by letter.</summary>
internal static class Samples
{
    public static readonly Guid VoiceEngagement = Guid.Parse("a1b2c3d4-e5f6-7890-abcd-ef1234567890");
    public static readonly Guid SmsEngagement = Guid.Parse("b2c3d4e5-f6a7-8901-bcde-f12345678901");

    public const string Voice = """
        {
          "ApiVersion": "1.0",
          "ProactiveEngagementConfigId": "a1b2c3d4-e5f6-7890-abcd-ef1234567890",
          "RequestId": "e1f2a3b4-c5d6-7890-abcd-ef1234567890",
          "Priority": "1",
          "Contacts": "[{\"uniqueIdentifier\":\"f47ac10b-58cc-4372-a567-0e02b2c3d479\",\"firstName\":\"John\",\"lastName\":\"Doe\",\"mobilePhoneNumber\":\"+15550100\",\"businessPhoneNumber\":\"+15550101\",\"homePhoneNumber\":\"+15550102\",\"email\":\"text@a.com\",\"postalcode\":\"25642\",\"state\":\"WA\",\"country\":\"USA\",\"addressline\":\"1234 227th PL SE\",\"city\":\"Seattle\",\"timezone\":\"(GMT-03:00) Brasilia\",\"inputAttributes\":{\"AppointmentTime\":\"10:00 AM\",\"CustomerNumber\":\"1234567\"},\"windows\":[{\"start\":\"2025-12-10T09:00:00Z\",\"end\":\"2025-12-10T17:00:00Z\"}]}]"
        }
        """;

    public const string Sms = """
        {
          "ApiVersion": "1.0",
          "ProactiveEngagementConfigId": "b2c3d4e5-f6a7-8901-bcde-f12345678901",
          "RequestId": "d3e4f5a6-b7c8-9012-cdef-a12345678901",
          "Priority": "1",
          "Message": "Your appointment is confirmed for tomorrow at 10:00 AM. Reply STOP to opt out.",
          "Contacts": "[{\"uniqueIdentifier\":\"a58bc20c-69dd-5483-b678-1f13c3d4e580\",\"firstName\":\"Jane\",\"lastName\":\"Smith\",\"mobilePhoneNumber\":\"+15550200\",\"email\":\"jane.smith@example.com\",\"postalcode\":\"98101\",\"state\":\"WA\",\"country\":\"USA\",\"addressline\":\"5678 Main St\",\"city\":\"Seattle\",\"timezone\":\"(GMT-08:00) Pacific Time\",\"inputAttributes\":{\"AppointmentTime\":\"10:00 AM\",\"CustomerNumber\":\"7654321\"},\"windows\":[{\"start\":\"2025-12-10T09:00:00Z\",\"end\":\"2025-12-10T17:00:00Z\"}]}]"
        }
        """;

    public static ReadOnlyMemory<byte> Utf8(string json) => Encoding.UTF8.GetBytes(json);
}
