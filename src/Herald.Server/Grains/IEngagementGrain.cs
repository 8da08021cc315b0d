using Orleans.Concurrency;

namespace Herald.Server.Grains;

/// <summary>Where the driver of one engagement runs. Guid, string and numbers only: any other parameter would need a serializer.</summary>
[Alias("herald.engagement")]
internal interface IEngagementGrain : IGrainWithGuidKey
{
    /// <summary>A row is due at that moment, in Unix milliseconds.</summary>
    [OneWay]
    [Alias("wake")]
    Task WakeAsync(long due);

    /// <summary>Keeps the driver running and lets it look for rows that no wake told of.</summary>
    [Alias("look")]
    Task LookAsync();
}
