namespace Herald.WebApi.Query;

/// <summary>What a Microsoft query function takes beside PropertyName.</summary>
internal enum QueryArgument
{
    None,
    One,
    Number,
    Several,
}
