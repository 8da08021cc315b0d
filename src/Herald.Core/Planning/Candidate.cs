using Herald.Core.Deliveries;

namespace Herald.Core.Planning;

/// <summary>The number that would be tried next. Loop from 1, contact from 0.</summary>
public sealed record Candidate(int Loop, int Contact, PhoneType Phone, string Number);
