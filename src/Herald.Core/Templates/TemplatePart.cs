namespace Herald.Core.Templates;

/// <summary>A piece of a template: text as it stands, or the name of a token.</summary>
/// <param name="At">Where it begins in the template.</param>
/// <param name="Broken">Text that looks like a token but is none.</param>
internal readonly record struct TemplatePart(string Text, bool IsToken, int At, bool Broken = false);
