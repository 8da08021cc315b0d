using Herald.Store.Statements;

namespace Herald.Store.Consents;

/// <summary>The progress of an upload as its row.</summary>
internal static class UploadRow
{
    private static readonly Command<ConsentUpload> Upsert = new Command<ConsentUpload>("write_consent_upload")
        .OneId("id", row => row.Id)
        .OneText("name", row => row.Id.ToString("D"))
        .OneNumber("progress", row => (long)row.Progress)
        .OneNumber("lines", row => row.Lines)
        .OneNumber("written", row => row.Written)
        .OneNumber("failures", row => row.Failures)
        .OneText("error", row => row.Error)
        .OneId("by", row => row.By)
        .OneAt("now", row => row.Now);

    public static void Write(ISqlSession session, ConsentUpload upload) => session.Run(Upsert, [upload]);
}
