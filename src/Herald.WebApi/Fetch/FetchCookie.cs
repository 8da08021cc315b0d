using System.Globalization;
using Herald.WebApi.Query;

namespace Herald.WebApi.Fetch;

/// <summary>
/// The paging cookie of FetchXML as clients take it apart: an outer element whose attribute holds the inner one, encoded twice;
/// decoded, that comes back as <c>paging-cookie</c> of the next query.
/// </summary>
internal static class FetchCookie
{
    public static string Text(PageToken next)
    {
        var inner = string.Create(CultureInfo.InvariantCulture, $"<cookie page=\"{next.Page - 1}\"><last token=\"{next.Cookie()}\" /></cookie>");
        return string.Create(CultureInfo.InvariantCulture, $"<cookie pagenumber=\"{next.Page}\" pagingcookie=\"{Uri.EscapeDataString(Uri.EscapeDataString(inner))}\" istracking=\"False\" />");
    }

    public static PageToken Read(string cookie, int page, ulong fingerprint, SqlDialect dialect) =>
        PageToken.Read(page, PageToken.Attribute(cookie, "token"), fingerprint, dialect);
}
