namespace Herald.Core.Commands.Bodies;

/// <summary>One member a JSON object may have.</summary>
/// <param name="Name">The documented spelling; faults name it.</param>
/// <param name="Aliases">Other documented names of the same thing (not other cases).</param>
internal sealed record Member<T>(string Name, ReadMember<T> Read, params string[] Aliases);
