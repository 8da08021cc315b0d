namespace Herald.Core.Commands;

/// <summary>One thing wrong with a request.</summary>
/// <param name="Code">Web API error code, e.g. <c>0x80040203</c>.</param>
/// <param name="Target">Member at fault as a JSON path, e.g. <c>Contacts[0].mobilePhoneNumber</c>.</param>
/// <param name="Message">What is wrong and what would be right; never the caller's personal data.</param>
public sealed record Fault(string Code, string Target, string Message);
