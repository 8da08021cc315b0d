namespace Herald.Sip;

/// <summary>A side of the call.</summary>
public enum Party
{
    None,
    Us,
    Them,
}
