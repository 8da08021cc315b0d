using System.Text.Json;

namespace Herald.Core.Commands.Bodies;

/// <summary>Reads the value the reader stands on into the draft; leaves the reader on the value's last token.</summary>
internal delegate void ReadMember<in T>(ref Utf8JsonReader reader, T draft, FaultList faults);
