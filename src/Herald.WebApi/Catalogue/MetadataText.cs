using System.Text;
using System.Xml;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace Herald.WebApi.Catalogue;

/// <summary>The CSDL 4.0 document of <c>$metadata</c>, written once.</summary>
internal static class MetadataText
{
    public static byte[] Of(EdmModel model)
    {
        model.SetEdmVersion(new Version(4, 0));
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
            if (!CsdlWriter.TryWriteCsdl(model, xml, CsdlTarget.OData, out var errors))
                throw new InvalidOperationException("The catalogue gives no valid CSDL: " + string.Join("; ", errors.Select(e => e.ErrorMessage)));
        return buffer.ToArray();
    }
}
