namespace Herald.Smpp.Accounts;

/// <summary>What a sender address is; decides its type of number and numbering plan (SMPP 3.4 §5.2.5, §5.2.6).</summary>
public enum SenderKind
{
    /// <summary>A subscriber-like number in international form: TON 1, NPI 1.</summary>
    LongCode,

    /// <summary>A carrier's short number: TON 3, NPI 0 unless the account says otherwise.</summary>
    ShortCode,

    /// <summary>A name of 1 to 11 characters: TON 5, NPI 0. Nobody can reply to it.</summary>
    Alphanumeric,
}
