using System.Diagnostics.Metrics;

namespace Herald.Store.Writing;

/// <summary>What the writer tells: meter <c>Herald.Store</c>.</summary>
internal static class WriterMeter
{
    private static readonly Meter Meter = new("Herald.Store");
    private static readonly Histogram<int> Rows = Meter.CreateHistogram<int>("herald.store.commit.rows", "{row}", "Rows that one commit made durable.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("herald.store.commit.duration", "s", "From the first statement of a batch to its commit.");

    public static void Committed(int rows, TimeSpan took)
    {
        Rows.Record(rows);
        Duration.Record(took.TotalSeconds);
    }
}
