using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace Herald.WebApi.Catalogue;

/// <summary>Catalogue → EDM: namespace Microsoft.Dynamics.CRM (alias mscrm), base type crmbaseentity, open type expando.</summary>
internal static class ModelBuilder
{
    public const string Namespace = "Microsoft.Dynamics.CRM";

    public static EdmModel Build(TableCatalogue catalogue)
    {
        var model = new EdmModel();
        model.SetNamespaceAlias(Namespace, "mscrm");
        var root = new EdmEntityType(Namespace, "crmbaseentity", null, isAbstract: true, isOpen: false);
        var expando = new EdmEntityType(Namespace, "expando", root, isAbstract: false, isOpen: true);
        model.AddElement(root);
        model.AddElement(expando);
        var container = new EdmEntityContainer(Namespace, "System");
        var types = catalogue.Tables.ToDictionary(t => t.Name, t => Type(model, t, root));
        var sets = catalogue.Tables.ToDictionary(t => t.Name, t => container.AddEntitySet(t.Set, types[t.Name]));
        foreach (var pair in catalogue.Navigations.GroupBy(n => (n.Lookup, Owner: n.Many ? n.Target.Name : n.Source.Name)))
            Link([.. pair], types, sets);
        foreach (var operation in catalogue.Operations) OperationModel.Add(model, container, operation, types, expando);
        QueryFunctionModel.Add(model, root);
        BulkModel.Add(model, types);
        model.AddElement(container);
        return model;
    }

    private static EdmEntityType Type(EdmModel model, TableDefinition table, EdmEntityType root)
    {
        var type = new EdmEntityType(Namespace, table.Name, root);
        foreach (var column in table.Columns)
        {
            var property = type.AddStructuralProperty(column.Property, EdmTypes.Reference(column));
            if (column.Kind == ColumnKind.Key) type.AddKeys(property);
        }
        model.AddElement(type);
        return type;
    }

    /// <summary>One lookup: its navigation property and, where the catalogue has it, the collection that answers it.</summary>
    private static void Link(IReadOnlyList<Navigation> pair, Dictionary<string, EdmEntityType> types, Dictionary<string, EdmEntitySet> sets)
    {
        var one = pair.First(n => !n.Many);
        var many = pair.FirstOrDefault(n => n.Many);
        var (source, target) = (types[one.Source.Name], types[one.Target.Name]);
        var forward = new EdmNavigationPropertyInfo
        {
            Name = one.Name,
            Target = target,
            TargetMultiplicity = EdmMultiplicity.ZeroOrOne,
            DependentProperties = [(IEdmStructuralProperty)source.FindProperty(one.Lookup.Property)],
            PrincipalProperties = target.DeclaredKey,
        };
        if (many is null)
        {
            sets[one.Source.Name].AddNavigationTarget(source.AddUnidirectionalNavigation(forward), sets[one.Target.Name]);
            return;
        }
        var back = new EdmNavigationPropertyInfo { Name = many.Name, Target = source, TargetMultiplicity = EdmMultiplicity.Many };
        var property = source.AddBidirectionalNavigation(forward, back);
        sets[one.Source.Name].AddNavigationTarget(property, sets[one.Target.Name]);
        sets[one.Target.Name].AddNavigationTarget(property.Partner, sets[one.Source.Name]);
    }
}
