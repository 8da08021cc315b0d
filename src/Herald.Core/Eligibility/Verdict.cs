using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>What one rule says of one candidate at one instant. A struct: ten of them are made for every plan.</summary>
/// <param name="At">Ok: until when (exclusive; <see cref="Instant.MaxValue"/> = for good). NotBefore: the next instant worth asking again, after the one asked. Never: nothing.</param>
/// <param name="Reason">A <see cref="Deliveries.ReasonCode"/>; empty when Ok.</param>
/// <param name="Decider">The value that decided, e.g. <c>engagement contact/day</c> or a preset's name; empty when the reason says it all.</param>
public readonly record struct Verdict(VerdictKind Kind, Instant At, string Reason, string Decider)
{
    public static readonly Verdict Always = new(VerdictKind.Ok, Instant.MaxValue, "", "");

    public static Verdict Ok(Instant until, string decider = "") => new(VerdictKind.Ok, until, "", decider);

    public static Verdict NotBefore(Instant at, string reason, string decider = "") => new(VerdictKind.NotBefore, at, reason, decider);

    public static Verdict Never(string reason, string decider = "") => new(VerdictKind.Never, Instant.MaxValue, reason, decider);
}
