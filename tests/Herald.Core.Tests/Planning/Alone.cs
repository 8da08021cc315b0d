namespace Herald.Core.Tests.Planning;

/// <summary>Tests that measure: run after all others, one at a time.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
