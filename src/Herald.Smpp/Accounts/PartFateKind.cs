namespace Herald.Smpp.Accounts;

internal enum PartFateKind
{
    NotSent,
    Throttled,
    Accepted,
    Refused,
    Unanswered,
}
