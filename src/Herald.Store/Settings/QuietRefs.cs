using Herald.Core.Deliveries;
using Herald.Store.Statements;

namespace Herald.Store.Settings;

/// <summary>Three columns: the quiet times of mobile, business and home numbers.</summary>
internal static class QuietRefs
{
    public static IReadOnlyDictionary<PhoneType, Guid> Read(ISqlRow row, int first)
    {
        var found = new Dictionary<PhoneType, Guid>();
        foreach (var type in new[] { PhoneType.Mobile, PhoneType.Business, PhoneType.Home })
        {
            if (row.IdOrNull(first + (int)type) is { } id)
                found[type] = id;
        }

        return found;
    }
}
