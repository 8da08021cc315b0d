namespace Herald.Store.Migrations;

/// <summary>A numbered script of the schema.</summary>
/// <param name="Name">File name without extension: <c>0001_engine</c>.</param>
internal sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>Of the text with line ends normalised, so that a checkout's settings do not count as an edit.</summary>
    public string Hash => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));
}
