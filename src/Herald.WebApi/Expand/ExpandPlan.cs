using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.Requests;
using Herald.WebApi.Rows;
using Microsoft.OData.UriParser;

namespace Herald.WebApi.Expand;

/// <summary>One navigation property of a $expand: what is read there, and what is expanded below it.</summary>
internal sealed record ExpandPlan(Navigation Navigation, RowShape Shape, SetQuery Query, IReadOnlyList<ExpandPlan> Below)
{
    /// <summary>The number of all children, whatever $top says, stands beside them.</summary>
    public bool Count { get; init; }

    // As the product: ten joined tables at most; depth and width together.
    private const int Most = 15;

    /// <summary>SQL of the id in the parent's row by which the children are found.</summary>
    public string Link => (Navigation.Many ? Navigation.Source.KeyColumn : Navigation.Lookup).At(RowShape.Alias);

    public static IReadOnlyList<ExpandPlan> Of(Call call, TableDefinition table)
    {
        if (!call.Query.Has("$expand")) return [];
        var parser = SetQuery.Parser(call.Host.Catalogue, table, call.Query.Options);
        // Enough for any honest query, and an end for a hostile one.
        parser.Settings.MaximumExpansionDepth = 5;
        parser.Settings.MaximumExpansionCount = Most;
        var clause = SetQuery.Parsed(parser.ParseSelectAndExpand);
        return Of(call, table, clause, parser.ParameterAliasNodes);
    }

    private static IReadOnlyList<ExpandPlan> Of(Call call, TableDefinition table, SelectExpandClause? clause, IDictionary<string, SingleValueNode>? aliases) =>
        clause is null ? [] : [.. clause.SelectedItems.OfType<ExpandedReferenceSelectItem>().Select(item => One(call, table, item, aliases))];

    private static ExpandPlan One(Call call, TableDefinition table, ExpandedReferenceSelectItem item, IDictionary<string, SingleValueNode>? aliases)
    {
        if (item is not ExpandedNavigationSelectItem { LevelsOption: null, SearchOption: null, ComputeOption: null, ApplyOption: null, SkipOption: null } expand
            || expand.PathToNavigationProperty.LastSegment is not NavigationPropertySegment segment)
            throw new RefusedException(Faults.Url("Only $select, $filter, $orderby, $top, $count and $expand are supported inside $expand."));
        var navigation = call.Host.Catalogue.Navigation(table, segment.NavigationProperty.Name) ?? throw new RefusedException(Faults.NoProperty(segment.Identifier, table.Name));
        call.MustRead(navigation.Target);
        if (expand.TopOption is < 0) throw new RefusedException(Faults.Url("$top must not be negative."));
        var query = new SetQuery { Table = navigation.Target, Filter = expand.FilterOption, OrderBy = expand.OrderByOption, Top = expand.TopOption, Aliases = aliases };
        var shape = call.Host.Shape(navigation.Target, Selected(expand.SelectAndExpand), call.Preferences.Annotations);
        return new ExpandPlan(navigation, shape, query, Of(call, navigation.Target, expand.SelectAndExpand, aliases)) { Count = navigation.Many && expand.CountOption == true };
    }

    private static string? Selected(SelectExpandClause? clause)
    {
        if (clause is null || clause.AllSelected) return null;
        var names = clause.SelectedItems.OfType<PathSelectItem>().Select(p => p.SelectedPath.FirstSegment.Identifier).ToList();
        return names.Count == 0 ? null : string.Join(',', names);
    }

    public string Context => $"{Navigation.Name}({Shape.Selected}{(Shape.Selected.Length > 0 && Below.Count > 0 ? "," : "")}{string.Join(',', Below.Select(b => b.Context))})";
}
