using Herald.Core.Engagements;

namespace Herald.Core.Commands;

/// <summary>The engagement of that id in the settings of this moment; null when there is none.</summary>
public delegate Engagement? FindEngagement(Guid id);
