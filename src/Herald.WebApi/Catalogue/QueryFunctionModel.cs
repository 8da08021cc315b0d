using Herald.WebApi.Query;
using Microsoft.OData.Edm;

namespace Herald.WebApi.Catalogue;

/// <summary>Microsoft.Dynamics.CRM.In, Between, Today …: bound to crmbaseentity, so every table has them.</summary>
internal static class QueryFunctionModel
{
    public static void Add(EdmModel model, EdmEntityType root)
    {
        var text = EdmCoreModel.Instance.GetString(isNullable: false);
        foreach (var definition in QueryFunctions.All)
        {
            var function = new EdmFunction(ModelBuilder.Namespace, definition.Name, EdmCoreModel.Instance.GetBoolean(false), isBound: true, null, isComposable: false);
            function.AddParameter("entity", new EdmEntityTypeReference(root, true));
            function.AddParameter("PropertyName", text);
            if (definition.Argument == QueryArgument.One) function.AddParameter("PropertyValue", text);
            if (definition.Argument == QueryArgument.Number) function.AddParameter("PropertyValue", EdmCoreModel.Instance.GetInt32(false));
            if (definition.Argument == QueryArgument.Several) function.AddParameter("PropertyValues", EdmCoreModel.GetCollection(text));
            model.AddElement(function);
        }
    }
}
