using Herald.Core.Deliveries;
using Herald.Core.Planning;

namespace Herald.Core.Engagements.DisplayNumbers;

/// <summary>Which number a contact is called from.</summary>
public static class DisplayNumber
{
    /// <summary>The workstream's number unless the planner's policy finds another; null when there is none at all. Messages always come from the workstream's.</summary>
    /// <param name="number">The number called: what a contact without an identifier is known by.</param>
    public static string? Of(Engagement engagement, Contact contact, string number)
    {
        var standard = engagement.Workstream?.PhoneNumber;
        var settings = engagement.Planner.DisplayNumbers;
        if (engagement.Channel != Channel.Voice)
            return standard;
        return settings.Policy switch
        {
            DisplayNumberPolicy.Rotate when settings.Numbers.Count > 0 => Share(settings.Numbers, ContactKey.Of(contact, number)),
            DisplayNumberPolicy.Rules => settings.Rules.Take(DisplayNumberSettings.MostRules).FirstOrDefault(rule => rule.Matches(contact))?.Number ?? standard,
            _ => standard,
        };
    }

    /// <summary>
    /// The highest weight wins: a contact keeps its number for as long as the number is there, also while others are added
    /// or removed, and every number gets an equal share. No list of who saw what has to be kept for the 30 days.
    /// </summary>
    private static string Share(IReadOnlyList<string> numbers, string key)
    {
        var best = numbers[0];
        var most = 0UL;
        foreach (var number in numbers)
        {
            var weight = Weight(key, number);
            if (weight >= most)
                (best, most) = (number, weight);
        }

        return best;
    }

    // FNV-1a over both texts, then mixed: its own low bits of similar texts go together. The same on every machine.
    private static ulong Weight(string key, string number)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in key)
            hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ '|') * 1099511628211UL;
        foreach (var c in number)
            hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return hash ^ (hash >> 33);
    }
}
