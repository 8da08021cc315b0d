using System.Runtime.InteropServices;

namespace Herald.WebApi.Rows;

/// <summary>
/// The column functions of SQLite (https://www.sqlite.org/c3ref/column_blob.html), called as what they are: look-ups of
/// nanoseconds in a row at hand. Through the wrapper they are half of what a page of a hundred rows costs.
/// </summary>
internal static class SqliteColumns
{
    public const int Null = 5;
    private const string Library = "e_sqlite3";

    [DllImport(Library, EntryPoint = "sqlite3_column_type"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Type(nint statement, int ordinal);

    [DllImport(Library, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern long Number(nint statement, int ordinal);

    [DllImport(Library, EntryPoint = "sqlite3_column_double"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern double Fraction(nint statement, int ordinal);

    [DllImport(Library, EntryPoint = "sqlite3_column_blob"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint Blob(nint statement, int ordinal);

    [DllImport(Library, EntryPoint = "sqlite3_column_text"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint Text(nint statement, int ordinal);

    /// <summary>Of what <see cref="Blob"/> or <see cref="Text"/> gave; asked after it.</summary>
    [DllImport(Library, EntryPoint = "sqlite3_column_bytes"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Length(nint statement, int ordinal);
}
