namespace Herald.Smpp.Sessions;

/// <summary>sar_msg_ref_num, sar_total_segments, sar_segment_seqnum (SMPP 3.4 §5.3.2.22 to 24); Total 0: there are none.</summary>
internal readonly record struct Sar(ushort Reference, byte Total, byte Number);
