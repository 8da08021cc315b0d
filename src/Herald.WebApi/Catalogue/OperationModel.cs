using Microsoft.OData.Edm;

namespace Herald.WebApi.Catalogue;

/// <summary>Actions and functions → EDM; a response with members is a complex type called <c>NameResponse</c>.</summary>
internal static class OperationModel
{
    public static void Add(EdmModel model, EdmEntityContainer container, OperationDefinition definition, IReadOnlyDictionary<string, EdmEntityType> types, EdmEntityType expando)
    {
        var returns = Returns(model, definition, expando);
        EdmOperation operation = definition.IsFunction
            ? new EdmFunction(ModelBuilder.Namespace, definition.Name, returns!, definition.BoundTo is not null, null, false)
            : new EdmAction(ModelBuilder.Namespace, definition.Name, returns, definition.BoundTo is not null, null);
        if (definition.BoundTo is { } table) operation.AddParameter("entity", new EdmEntityTypeReference(types[table], false));
        foreach (var parameter in definition.Parameters) operation.AddParameter(parameter.Name, EdmTypes.Reference(parameter));
        model.AddElement(operation);
        if (definition.BoundTo is not null) return;
        if (operation is EdmFunction function) container.AddFunctionImport(definition.Name, function);
        else container.AddActionImport(definition.Name, (EdmAction)operation);
    }

    private static IEdmTypeReference? Returns(EdmModel model, OperationDefinition definition, EdmEntityType expando)
    {
        if (definition.ReturnsExpandos) return EdmCoreModel.GetCollection(new EdmEntityTypeReference(expando, false));
        if (definition.Returns.Count == 0) return null;
        return new EdmComplexTypeReference(Complex(model, definition.Name + "Response", definition.Name, definition.Returns), false);
    }

    private static EdmComplexType Complex(EdmModel model, string name, string prefix, IReadOnlyList<ParameterDefinition> members)
    {
        var type = new EdmComplexType(ModelBuilder.Namespace, name);
        foreach (var member in members) type.AddStructuralProperty(member.Name, Member(model, prefix, member));
        model.AddElement(type);
        return type;
    }

    private static IEdmTypeReference Member(EdmModel model, string prefix, ParameterDefinition member)
    {
        if (member.Members.Count == 0) return EdmTypes.Reference(member);
        var type = new EdmComplexTypeReference(Complex(model, $"{prefix}_{member.Name}", prefix, member.Members), false);
        return member.Many ? EdmCoreModel.GetCollection(type) : type;
    }
}
