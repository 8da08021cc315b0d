using NodaTime;

namespace Herald.Store.Consents;

/// <summary>How far an upload of consents has come: a row of <c>consent_upload</c>.</summary>
/// <param name="By">Who sent it.</param>
/// <param name="Lines">Lines read, the header not counted.</param>
/// <param name="Written">Consents that changed; what said so already counts for nothing.</param>
/// <param name="Error">Faulty lines with their reasons, as many as fit.</param>
public sealed record ConsentUpload(Guid Id, Guid? By, UploadProgress Progress, long Lines, long Written, int Failures, string? Error, Instant Now);
