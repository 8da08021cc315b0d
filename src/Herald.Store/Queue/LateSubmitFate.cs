namespace Herald.Store.Queue;

public enum LateSubmitFate
{
    /// <summary>The delivery knows: its receipts count, or its end is corrected.</summary>
    Taken,

    /// <summary>The end of the attempt is not written yet: ask again soon.</summary>
    NotYet,

    /// <summary>The delivery is not Unknown (any more): nothing goes backwards.</summary>
    Ignored,
}
