using Microsoft.OData.Edm;

namespace Herald.WebApi.Catalogue;

/// <summary>The Edm type of each column kind (Web API types of the product's columns).</summary>
internal static class EdmTypes
{
    public static EdmPrimitiveTypeKind Of(ColumnKind kind) => kind switch
    {
        ColumnKind.Key or ColumnKind.Guid or ColumnKind.Lookup => EdmPrimitiveTypeKind.Guid,
        ColumnKind.Integer or ColumnKind.Choice or ColumnKind.State or ColumnKind.Status => EdmPrimitiveTypeKind.Int32,
        ColumnKind.BigInt => EdmPrimitiveTypeKind.Int64,
        ColumnKind.Boolean => EdmPrimitiveTypeKind.Boolean,
        ColumnKind.Instant => EdmPrimitiveTypeKind.DateTimeOffset,
        ColumnKind.Date => EdmPrimitiveTypeKind.Date,
        _ => EdmPrimitiveTypeKind.String,
    };

    public static IEdmTypeReference Reference(Column column) => column.IsText
        ? EdmCoreModel.Instance.GetString(isUnbounded: false, column.MaxLength, isUnicode: true, isNullable: true)
        : EdmCoreModel.Instance.GetPrimitive(Of(column.Kind), isNullable: column.Kind != ColumnKind.Key);

    public static IEdmTypeReference Reference(ParameterDefinition parameter)
    {
        var one = EdmCoreModel.Instance.GetPrimitive(parameter.Type, isNullable: !parameter.Required);
        return parameter.Many ? EdmCoreModel.GetCollection(one) : one;
    }
}
