using System.Text.Json;

namespace Herald.Core.Commands.Bulk;

/// <summary>Steps through the elements of a JSON array of any length; holds one element at a time.</summary>
internal sealed class RecordCursor
{
    /// <summary>The largest record: some hundred times one with every member filled.</summary>
    public const int MaxRecord = 1024 * 1024;

    private readonly Func<byte[], int, int> fill;
    private readonly bool wholeText;
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int length;
    private int element;
    private int elementLength;
    private bool final;
    private bool opened;
    private JsonReaderState state;

    private RecordCursor(Func<byte[], int, int> fill, bool wholeText)
    {
        this.fill = fill;
        this.wholeText = wholeText;
    }

    /// <summary>The element's bytes, until the next <see cref="MoveNext"/>.</summary>
    public ReadOnlySpan<byte> Current => buffer.AsSpan(element, elementLength);

    /// <summary>There was nothing, or null: no array at all.</summary>
    public bool Absent { get; private set; }

    /// <summary>The first token is no array.</summary>
    public bool NoArray { get; private set; }

    /// <summary>An element is larger than <see cref="MaxRecord"/>; the cursor stops there.</summary>
    public bool TooLarge { get; private set; }

    public static RecordCursor Open(Stream body, BulkEnvelope envelope)
    {
        body.Position = envelope.RecordsAt ?? throw new ArgumentException("no records", nameof(envelope));
        if (!envelope.AsText)
            return new((buffer, at) => body.Read(buffer.AsSpan(at)), wholeText: false);
        var text = new JsonStringBytes(body);
        return new((buffer, at) => text.Read(buffer.AsSpan(at)), wholeText: true);
    }

    /// <exception cref="JsonException">The array is malformed.</exception>
    public bool MoveNext()
    {
        if (!opened && !Open())
            return false;
        while (!TooLarge)
        {
            var reader = Reader();
            if (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == 0)
                    return End(ref reader);
                var at = (int)reader.TokenStartIndex;
                if (reader.TrySkip())
                {
                    (element, elementLength) = (start + at, (int)reader.BytesConsumed - at);
                    Take(ref reader);
                    return true;
                }
            }

            More();
        }

        return false;
    }

    private bool Open()
    {
        opened = true;
        for (; ; More())
        {
            var reader = Reader();
            if (final && length == 0)
                return !(Absent = true);
            if (!reader.Read())
                continue;
            Absent = reader.TokenType == JsonTokenType.Null;
            NoArray = !Absent && reader.TokenType != JsonTokenType.StartArray;
            Take(ref reader);
            return !Absent && !NoArray;
        }
    }

    // What follows the array is the body's, unless the array is the whole text of a string.
    private bool End(ref Utf8JsonReader reader)
    {
        Take(ref reader);
        while (wholeText && !final)
        {
            More();
            if (length - start > MaxRecord / 2)
                throw new JsonException("text after the array", null, 0, start);
        }

        if (wholeText)
            Reader().Read();
        return false;
    }

    private Utf8JsonReader Reader() => new(buffer.AsSpan(start, length - start), final, state);

    private void Take(ref Utf8JsonReader reader)
    {
        state = reader.CurrentState;
        start += (int)reader.BytesConsumed;
    }

    private void More()
    {
        if (final)
            throw new JsonException("the array does not end", null, 0, length);
        if (start > 0)
        {
            buffer.AsSpan(start, length - start).CopyTo(buffer);
            (start, length) = (0, length - start);
        }

        if (length > MaxRecord)
        {
            TooLarge = true;
            return;
        }

        if (length > buffer.Length / 2)
            Array.Resize(ref buffer, buffer.Length * 2);
        var added = fill(buffer, length);
        length += added;
        final = added == 0;
    }
}
