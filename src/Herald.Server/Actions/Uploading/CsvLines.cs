using CsvHelper;

namespace Herald.Server.Actions.Uploading;

/// <summary>A CSV file line by line: memory stays at one line.</summary>
internal static class CsvLines
{
    /// <summary>Bytes of a line: an unclosed quote must not grow the buffer to the size of the file.</summary>
    private const int MaxLine = 1024 * 1024;

    private static readonly CsvReaderOptions Csv = new()
    {
        HasHeader = false,
        TrackLineNumbers = true,
        MaxRecordSize = MaxLine,
        IncludeValuesInExceptions = false,
        PoolStrings = false,
    };

    /// <returns>Unquoted values with the number of the line in the file, from 1.</returns>
    /// <exception cref="CsvFormatException">The file is no CSV from here on.</exception>
    public static IEnumerable<(int Line, string[] Values)> Read(Stream file)
    {
        using var reader = CsvReader.Create(file, Csv, leaveOpen: true);
        while (reader.Read())
        {
            var values = new string[reader.FieldCount];
            for (var i = 0; i < values.Length; i++)
                values[i] = reader.GetString(i);
            yield return ((int)reader.LineNumber, values);
        }
    }
}
