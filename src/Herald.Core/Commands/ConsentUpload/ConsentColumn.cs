namespace Herald.Core.Commands.ConsentUpload;

/// <summary>The columns of a list of consents, each also by the name and the option values of the consent table.</summary>
/// <param name="Name">The spelling faults use.</param>
internal sealed record ConsentColumn(string Name, params string[] Aliases)
{
    public static readonly ConsentColumn Number = new("PhoneNumber", "Number", "msdynmkt_contactpointvalue", "Contact point value");
    public static readonly ConsentColumn Channel = new("Channel", "msdynmkt_contactpointtype", "Contact point type");
    public static readonly ConsentColumn Value = new("Consent", "Value", "msdynmkt_value");

    private static readonly ConsentColumn[] All = [Number, Channel, Value];

    public static ConsentColumn? Find(string header) =>
        All.FirstOrDefault(column => column.Aliases.Prepend(column.Name).Any(name => name.Equals(header, StringComparison.OrdinalIgnoreCase)));
}
