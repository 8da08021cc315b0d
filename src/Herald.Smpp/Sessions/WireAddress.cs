using Herald.Smpp.Protocol;

namespace Herald.Smpp.Sessions;

internal readonly record struct WireAddress(TypeOfNumber Ton, NumberingPlan Npi, string Text)
{
    /// <summary>With '+' when it is international.</summary>
    public string Number => Ton == TypeOfNumber.International && Text.Length > 0 && char.IsAsciiDigit(Text[0]) ? "+" + Text : Text;
}
