using Microsoft.Extensions.Primitives;

namespace Herald.Server.Actions.Tasks;

/// <summary>Parameters of a function call: <c>Name(P=&lt;literal&gt;)</c> or an alias <c>P=@p</c> whose value is in the query.</summary>
internal static class FunctionArguments
{
    /// <summary>A GUID parameter, bare or quoted. False: the text is neither absent nor a GUID.</summary>
    public static bool TryReadId(HttpRequest request, string name, out Guid? id)
    {
        id = null;
        if (Find(request, name) is not { } text)
            return true;
        if (text.StartsWith('@'))
        {
            if (!request.Query.TryGetValue(text, out var aliased) || StringValues.IsNullOrEmpty(aliased))
                return true;
            text = aliased.ToString();
        }

        if (!Guid.TryParse(text.Trim().Trim('\''), out var read))
            return false;
        id = read;
        return true;
    }

    private static string? Find(HttpRequest request, string name)
    {
        var arguments = request.RouteValues["arguments"] as string ?? "";
        foreach (var argument in arguments.Split(','))
        {
            var pair = argument.Split('=', 2);
            if (pair.Length == 2 && pair[0].Trim() == name)
                return pair[1].Trim();
        }

        // Some clients write parameters as query options.
        return request.Query[name] is { Count: > 0 } option ? option.ToString() : null;
    }
}
