using Herald.Core.Commands;
using Herald.Core.Deliveries;

namespace Herald.Core.Engagements;

/// <summary>The selected number types in dialling order, comma-separated: <c>MobilePhone,BusinessPhone,HomePhone</c>; empty = all three.</summary>
public static class PhonePriorityText
{
    private static readonly (string Name, PhoneType Type)[] Names =
        [("MobilePhone", PhoneType.Mobile), ("BusinessPhone", PhoneType.Business), ("HomePhone", PhoneType.Home)];

    public static Reading<IReadOnlyList<PhoneType>> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new Reading<IReadOnlyList<PhoneType>>.Accepted(PlannerSettings.Default.Phones);
        var types = new List<PhoneType>();
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var found = Array.FindIndex(Names, entry => entry.Name.Equals(word, StringComparison.OrdinalIgnoreCase));
            if (found < 0 || types.Contains(Names[found].Type))
                return Refused("must list MobilePhone, BusinessPhone, HomePhone, each at most once, comma-separated");
            types.Add(Names[found].Type);
        }

        return new Reading<IReadOnlyList<PhoneType>>.Accepted(types);
    }

    private static Reading<IReadOnlyList<PhoneType>>.Refused Refused(string message) =>
        new(400, [new Fault("0x80048d19", nameof(PlannerSettings.Phones), $"The order of phone types {message}.")]);
}
