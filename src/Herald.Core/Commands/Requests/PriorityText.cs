namespace Herald.Core.Commands.Requests;

/// <summary>A priority is kept as sent, readable or not; only its length is bounded (our limit, the product names none).</summary>
internal static class PriorityText
{
    public const int Longest = 100;
}
