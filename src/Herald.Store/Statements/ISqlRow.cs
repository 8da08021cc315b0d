namespace Herald.Store.Statements;

/// <summary>The row a statement has come to, whichever driver reads it. Ordinals from 0; instants are Unix milliseconds.</summary>
internal interface ISqlRow
{
    bool IsNull(int ordinal);

    Guid Id(int ordinal);

    long Number(int ordinal);

    string Text(int ordinal);

    bool Flag(int ordinal);

    byte[] Blob(int ordinal);
}
