using System.Collections.Frozen;
using System.Globalization;
using static Herald.Smpp.Protocol.StatusCode;

namespace Herald.Smpp.Protocol;

/// <summary>Descriptions of SMPP 3.4 §5.1.3, and what each status means for a submit_sm.</summary>
internal static class StatusTable
{
    private static readonly FrozenDictionary<StatusCode, (string Text, StatusMeaning Meaning)> Rows = new Dictionary<StatusCode, (string, StatusMeaning)>
    {
        [ESME_ROK] = ("No error", StatusMeaning.Accepted),
        [ESME_RINVMSGLEN] = ("Message length is invalid", StatusMeaning.Refused),
        [ESME_RINVCMDLEN] = ("Command length is invalid", StatusMeaning.Refused),
        [ESME_RINVCMDID] = ("Invalid command id", StatusMeaning.Refused),
        [ESME_RINVBNDSTS] = ("Incorrect bind status for given command", StatusMeaning.NotBound),
        [ESME_RALYBND] = ("ESME already in bound state", StatusMeaning.Refused),
        [ESME_RINVPRTFLG] = ("Invalid priority flag", StatusMeaning.Refused),
        [ESME_RINVREGDLVFLG] = ("Invalid registered delivery flag", StatusMeaning.Refused),
        [ESME_RSYSERR] = ("System error", StatusMeaning.Busy),
        [ESME_RINVSRCADR] = ("Invalid source address", StatusMeaning.Refused),
        [ESME_RINVDSTADR] = ("Invalid destination address", StatusMeaning.Refused),
        [ESME_RINVMSGID] = ("Message id is invalid", StatusMeaning.Refused),
        [ESME_RBINDFAIL] = ("Bind failed", StatusMeaning.Refused),
        [ESME_RINVPASWD] = ("Invalid password", StatusMeaning.Refused),
        [ESME_RINVSYSID] = ("Invalid system id", StatusMeaning.Refused),
        [ESME_RCANCELFAIL] = ("cancel_sm failed", StatusMeaning.Refused),
        [ESME_RREPLACEFAIL] = ("replace_sm failed", StatusMeaning.Refused),
        [ESME_RMSGQFUL] = ("Message queue full", StatusMeaning.Busy),
        [ESME_RINVSERTYP] = ("Invalid service type", StatusMeaning.Refused),
        [ESME_RINVNUMDESTS] = ("Invalid number of destinations", StatusMeaning.Refused),
        [ESME_RINVDLNAME] = ("Invalid distribution list name", StatusMeaning.Refused),
        [ESME_RINVDESTFLAG] = ("Destination flag is invalid", StatusMeaning.Refused),
        [ESME_RINVSUBREP] = ("Invalid 'submit with replace' request", StatusMeaning.Refused),
        [ESME_RINVESMCLASS] = ("Invalid esm_class field data", StatusMeaning.Refused),
        [ESME_RCNTSUBDL] = ("Cannot submit to distribution list", StatusMeaning.Refused),
        [ESME_RSUBMITFAIL] = ("submit_sm failed", StatusMeaning.Refused),
        [ESME_RINVSRCTON] = ("Invalid source address TON", StatusMeaning.Refused),
        [ESME_RINVSRCNPI] = ("Invalid source address NPI", StatusMeaning.Refused),
        [ESME_RINVDSTTON] = ("Invalid destination address TON", StatusMeaning.Refused),
        [ESME_RINVDSTNPI] = ("Invalid destination address NPI", StatusMeaning.Refused),
        [ESME_RINVSYSTYP] = ("Invalid system_type field", StatusMeaning.Refused),
        [ESME_RINVREPFLAG] = ("Invalid replace_if_present flag", StatusMeaning.Refused),
        [ESME_RINVNUMMSGS] = ("Invalid number of messages", StatusMeaning.Refused),
        [ESME_RTHROTTLED] = ("Throttling error: message limit exceeded", StatusMeaning.Busy),
        [ESME_RINVSCHED] = ("Invalid scheduled delivery time", StatusMeaning.Refused),
        [ESME_RINVEXPIRY] = ("Invalid message validity period", StatusMeaning.Refused),
        [ESME_RINVDFTMSGID] = ("Predefined message invalid or not found", StatusMeaning.Refused),
        [ESME_RX_T_APPN] = ("ESME receiver temporary application error", StatusMeaning.Refused),
        [ESME_RX_P_APPN] = ("ESME receiver permanent application error", StatusMeaning.Refused),
        [ESME_RX_R_APPN] = ("ESME receiver reject message error", StatusMeaning.Refused),
        [ESME_RQUERYFAIL] = ("query_sm request failed", StatusMeaning.Refused),
        [ESME_RINVOPTPARSTREAM] = ("Error in the optional part of the PDU body", StatusMeaning.Refused),
        [ESME_ROPTPARNOTALLWD] = ("Optional parameter not allowed", StatusMeaning.Refused),
        [ESME_RINVPARLEN] = ("Invalid parameter length", StatusMeaning.Refused),
        [ESME_RMISSINGOPTPARAM] = ("Expected optional parameter missing", StatusMeaning.Refused),
        [ESME_RINVOPTPARAMVAL] = ("Invalid optional parameter value", StatusMeaning.Refused),
        [ESME_RDELIVERYFAILURE] = ("Delivery failure (data_sm_resp)", StatusMeaning.Refused),
        [ESME_RUNKNOWNERR] = ("Unknown error", StatusMeaning.Refused),
    }.ToFrozenDictionary();

    public static IReadOnlyList<StatusCode> All => Rows.Keys;

    /// <summary>A status outside the table (vendor range 0x400–0x4FF, or reserved) is a refusal whose code is kept.</summary>
    public static StatusMeaning MeaningOf(StatusCode status) =>
        Rows.TryGetValue(status, out var row) ? row.Meaning : StatusMeaning.Refused;

    /// <summary>The specification's name, or the number in hexadecimal where it has none.</summary>
    public static string NameOf(StatusCode status) =>
        Rows.ContainsKey(status) ? status.ToString() : string.Create(CultureInfo.InvariantCulture, $"0x{(uint)status:X8}");

    public static string DescriptionOf(StatusCode status) => Rows.TryGetValue(status, out var row) ? row.Text : "Reserved or vendor status";
}
