namespace Herald.Smpp.Protocol;

/// <summary>NPI (SMPP 3.4 §5.2.6).</summary>
internal enum NumberingPlan : byte
{
    Unknown = 0,
    Isdn = 1,
    Data = 3,
    Telex = 4,
    LandMobile = 6,
    National = 8,
    Private = 9,
    Ermes = 10,
    Internet = 14,
    WapClientId = 18,
}
