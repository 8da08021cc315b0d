namespace Herald.WebApi.Tests.Peers;

/// <summary>Follows next links to the end, as a client does.</summary>
internal static class Pages
{
    public static async Task<List<long>> WalkAsync(Site site, string url, int size)
    {
        var seen = new List<long>();
        for (var next = url; next is not null;)
        {
            var page = (await site.GetAsync(next, ("Prefer", $"odata.maxpagesize={size}"))).Ok();
            page.Rows.Count.ShouldBeLessThanOrEqualTo(size);
            seen.AddRange(page.Rows.Select(r => (long)r["versionnumber"]!));
            next = page.Next;
            seen.Count.ShouldBeLessThan(200);
        }
        return seen;
    }
}
