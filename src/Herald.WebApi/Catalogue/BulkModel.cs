using Microsoft.OData.Edm;

namespace Herald.WebApi.Catalogue;

/// <summary>CreateMultiple, UpdateMultiple and UpsertMultiple on every set.</summary>
internal static class BulkModel
{
    public static void Add(EdmModel model, IReadOnlyDictionary<string, EdmEntityType> types)
    {
        var created = new EdmComplexType(ModelBuilder.Namespace, "CreateMultipleResponse");
        created.AddStructuralProperty("Ids", EdmCoreModel.GetCollection(EdmCoreModel.Instance.GetGuid(false)));
        model.AddElement(created);
        foreach (var type in types.Values)
            foreach (var name in (string[])["CreateMultiple", "UpdateMultiple", "UpsertMultiple"])
            {
                var rows = EdmCoreModel.GetCollection(new EdmEntityTypeReference(type, false));
                var action = new EdmAction(ModelBuilder.Namespace, name, name == "CreateMultiple" ? new EdmComplexTypeReference(created, false) : null, isBound: true, null);
                action.AddParameter("entityset", rows);
                action.AddParameter("Targets", rows);
                model.AddElement(action);
            }
    }
}
