using System.Globalization;
using System.Text;

namespace Herald.Core.Commands;

/// <summary>Collects the faults of one request and knows where in it the reader stands.</summary>
internal sealed class FaultList
{
    /// <summary>More faults than these are not kept: the answer stays readable and small.</summary>
    public const int Max = 100;

    // Names come from the caller and are repeated in the answer.
    private const int MaxName = 100;

    private readonly List<Fault> faults = [];
    private readonly List<(string? Name, int Index)> place = new(8);

    public int Count => faults.Count;

    /// <summary>How deep the reader stands; given to <see cref="Return"/> after a reader was abandoned half way.</summary>
    public int Depth => place.Count;

    public void Enter(string member) => place.Add((member, 0));

    public void Enter(int index) => place.Add((null, index));

    public void Leave() => place.RemoveAt(place.Count - 1);

    public void Return(int depth) => place.RemoveRange(depth, place.Count - depth);

    public void Invalid(string message) => Add(FaultCode.Invalid, message);

    public void WrongForm(string message) => Add(FaultCode.WrongForm, message);

    public void TooLong(int max) => Add(FaultCode.TooLong, string.Create(CultureInfo.InvariantCulture, $"is longer than {max} characters."));

    public void Missing(string member) => At(member, FaultCode.Invalid, "is missing; it is required.");

    /// <summary>A fault of a member of the place where the reader stands.</summary>
    public void At(string member, string code, string message)
    {
        Enter(member);
        Add(code, message);
        Leave();
    }

    public void Add(string code, string message)
    {
        if (faults.Count == Max)
            return;
        var target = Target();
        faults.Add(new(code, target, $"{(place.Count == 0 ? "The body" : target)} {message}"));
    }

    /// <summary>400 with all faults; 404 when an unknown engagement is the only one.</summary>
    public Reading<T> Refuse<T>() =>
        new Reading<T>.Refused(faults is [{ Code: FaultCode.NotFound }] ? 404 : 400, faults);

    private string Target()
    {
        if (place.Count == 0)
            return "$";
        var path = new StringBuilder();
        foreach (var (name, index) in place)
        {
            if (name is null)
                path.Append('[').Append(index).Append(']');
            else
                path.Append(path.Length > 0 ? "." : "").Append(name.AsSpan(0, Math.Min(name.Length, MaxName)));
        }

        return path.ToString();
    }
}
