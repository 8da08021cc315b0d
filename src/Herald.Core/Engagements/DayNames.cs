using NodaTime;

namespace Herald.Core.Engagements;

/// <summary>Weekdays as settings write them: <c>Mon</c> or <c>Monday</c> (any case), <c>MO</c> in calendar patterns (RFC 5545 section 3.3.10).</summary>
internal static class DayNames
{
    public static IsoDayOfWeek? Find(string text)
    {
        for (var day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
        {
            var name = day.ToString();
            if (text.Length is 2 or 3 ? name.StartsWith(text, StringComparison.OrdinalIgnoreCase) : name.Equals(text, StringComparison.OrdinalIgnoreCase))
                return day;
        }

        return null;
    }
}
