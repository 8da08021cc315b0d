using System.Text.Json;
using Herald.Server.Actions.Answers;
using Herald.Server.Cli.Demo;
using Herald.WebApi.Catalogue;
using Microsoft.OData.Edm;

namespace Herald.Server.Hosting.Reference;

/// <summary>OpenAPI 3.0 of the actions and functions, written from the same catalogue that <c>$metadata</c> is.</summary>
internal static class OpenApiDocument
{
    public static byte[] Write(string url, IEnumerable<OperationDefinition> operations) => JsonAnswer.Build(json =>
    {
        json.WriteStartObject();
        json.WriteString("openapi"u8, "3.0.3");
        json.WriteStartObject("info"u8);
        json.WriteString("title"u8, "Herald");
        json.WriteString("version"u8, "v9.2");
        json.WriteString("description"u8, "Actions and functions of proactive engagement. The tables are described by $metadata.");
        json.WriteEndObject();
        json.WriteStartArray("servers"u8);
        json.WriteStartObject();
        json.WriteString("url"u8, $"{url}/api/data/v9.2");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("paths"u8);
        foreach (var operation in operations)
            WritePath(json, operation);
        json.WriteEndObject();
        WriteSecurity(json);
        json.WriteEndObject();
    });

    private static void WritePath(Utf8JsonWriter json, OperationDefinition operation)
    {
        var arguments = string.Join(',', operation.Parameters.Select(parameter => $"{parameter.Name}={{{parameter.Name}}}"));
        json.WriteStartObject(operation switch
        {
            { BoundTo: not null } => $"/msdyn_proactive_engagement_configs({{id}})/Microsoft.Dynamics.CRM.{operation.Name}",
            { IsFunction: true } => $"/{operation.Name}({arguments})",
            _ => $"/{operation.Name}",
        });
        json.WriteStartObject(operation.IsFunction ? "get"u8 : "post"u8);
        json.WriteString("operationId"u8, operation.Name);
        if (operation.BoundTo is not null)
            WriteParameters(json, [new ParameterDefinition("id", EdmPrimitiveTypeKind.Guid, true)]);
        else if (operation.IsFunction)
            WriteParameters(json, operation.Parameters);
        if (!operation.IsFunction)
            WriteBody(json, operation);
        WriteResponses(json, operation);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteParameters(Utf8JsonWriter json, IReadOnlyList<ParameterDefinition> parameters)
    {
        json.WriteStartArray("parameters"u8);
        foreach (var parameter in parameters)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, parameter.Name);
            json.WriteString("in"u8, "path");
            json.WriteBoolean("required"u8, true);
            json.WriteStartObject("schema"u8);
            WriteType(json, parameter.Type);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBody(Utf8JsonWriter json, OperationDefinition operation)
    {
        json.WriteStartObject("requestBody"u8);
        json.WriteBoolean("required"u8, true);
        json.WriteStartObject("content"u8);
        json.WriteStartObject(operation.BoundTo is null ? "application/json"u8 : "text/csv"u8);
        json.WriteStartObject("schema"u8);
        if (operation.BoundTo is null)
            WriteObject(json, operation.Parameters);
        else
            WriteType(json, EdmPrimitiveTypeKind.String);
        json.WriteEndObject();
        if (operation.Name == "CCaaS_CreateProactiveDelivery")
            WriteExamples(json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteExamples(Utf8JsonWriter json)
    {
        json.WriteStartObject("examples"u8);
        foreach (var (name, sample) in new[] { ("voice", Samples.Voice), ("sms", Samples.Sms) })
        {
            json.WriteStartObject(name);
            json.WritePropertyName("value"u8);
            json.WriteRawValue(sample);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteResponses(Utf8JsonWriter json, OperationDefinition operation)
    {
        json.WriteStartObject("responses"u8);
        json.WriteStartObject(operation switch
        {
            { Name: "CCaaS_CreateOperation" } or { BoundTo: not null } => "202",
            { Returns.Count: 0, ReturnsExpandos: false } => "204",
            _ => "200",
        });
        json.WriteString("description"u8, "Done, durable.");
        if (operation.Returns.Count > 0)
        {
            json.WriteStartObject("content"u8);
            json.WriteStartObject("application/json"u8);
            json.WriteStartObject("schema"u8);
            WriteObject(json, operation.Returns);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("default"u8);
        json.WriteString("description"u8, "Refused: {\"error\":{\"code\",\"message\",\"details\"}}; 401 has no body.");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteObject(Utf8JsonWriter json, IReadOnlyList<ParameterDefinition> members)
    {
        json.WriteString("type"u8, "object");
        if (members.Any(member => member.Required))
        {
            json.WriteStartArray("required"u8);
            foreach (var member in members.Where(member => member.Required))
                json.WriteStringValue(member.Name);
            json.WriteEndArray();
        }

        json.WriteStartObject("properties"u8);
        foreach (var member in members)
        {
            json.WriteStartObject(member.Name);
            if (member.Many)
            {
                json.WriteString("type"u8, "array");
                json.WriteStartObject("items"u8);
            }

            if (member.Members.Count > 0)
                WriteObject(json, member.Members);
            else
                WriteType(json, member.Type);
            if (member.Many)
                json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter json, EdmPrimitiveTypeKind type)
    {
        json.WriteString("type"u8, type == EdmPrimitiveTypeKind.Int32 ? "integer" : type == EdmPrimitiveTypeKind.Boolean ? "boolean" : "string");
        if (type == EdmPrimitiveTypeKind.Guid)
            json.WriteString("format"u8, "uuid");
    }

    private static void WriteSecurity(Utf8JsonWriter json)
    {
        json.WriteStartObject("components"u8);
        json.WriteStartObject("securitySchemes"u8);
        json.WriteStartObject("bearer"u8);
        json.WriteString("type"u8, "http");
        json.WriteString("scheme"u8, "bearer");
        json.WriteString("bearerFormat"u8, "JWT");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("security"u8);
        json.WriteStartObject();
        json.WriteStartArray("bearer"u8);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
