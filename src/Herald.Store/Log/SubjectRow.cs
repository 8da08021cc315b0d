using Herald.Store.Statements;
using NodaTime;

namespace Herald.Store.Log;

/// <summary>A start under what a preset counts it by; an engagement with several counting presets writes several.</summary>
internal sealed record SubjectRow(string Key, Instant At, long LogId)
{
    private static readonly Command<SubjectRow> Append = new Command<SubjectRow>("append_subjects")
        .Text("subject", row => row.Key)
        .At("at", row => row.At)
        .Number("log_id", row => row.LogId);

    private static readonly Command<long> GiveBack = new Command<long>("give_back_subjects").Number("id", id => id);

    public static void Write(ISqlSession session, IReadOnlyList<SubjectRow> rows) => session.Later(Append, rows);

    public static void Remove(ISqlSession session, IReadOnlyList<long> logIds) => session.Later(GiveBack, logIds);
}
