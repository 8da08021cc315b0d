namespace Herald.Core.TimeZones;

/// <summary>One line of <c>timezones.csv</c>: a zone of the product's list.</summary>
/// <param name="Code">The product's timezonecode, 0..305.</param>
/// <param name="WindowsId">Windows zone id, e.g. <c>Pacific Standard Time</c>.</param>
/// <param name="Label">As forms show it, e.g. <c>(GMT-08:00) Pacific Time (US &amp; Canada)</c>. The offset in it is text; five rows are wrong today.</param>
/// <param name="IanaId">The zone to compute with; never empty.</param>
public sealed record TimeZoneRow(int Code, string WindowsId, string Label, string IanaId);
