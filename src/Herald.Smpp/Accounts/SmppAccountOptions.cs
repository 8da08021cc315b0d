using System.ComponentModel.DataAnnotations;
using Herald.Smpp.Inbound;
using Herald.Smpp.Text;

namespace Herald.Smpp.Accounts;

/// <summary>One account at one SMSC. <see cref="Faults"/> says everything that is wrong with it at once.</summary>
public sealed class SmppAccountOptions
{
    /// <summary>Names the account in logs and metrics. Default: smpp.</summary>
    [Required]
    public string Name { get; set; } = "smpp";

    /// <summary>Host name or address of the SMSC.</summary>
    [Required]
    public string Host { get; set; } = "";

    /// <summary>Default: 2775, the registered port; with TLS usually 3550.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 2775;

    /// <summary>TLS from the first octet. Default: no.</summary>
    public bool Tls { get; set; }

    /// <summary>Name the SMSC's certificate must carry. Default: <see cref="Host"/>.</summary>
    public string? TlsHost { get; set; }

    /// <summary>Path of a PEM file with the authorities to trust instead of the system's.</summary>
    public string? TlsAuthorities { get; set; }

    /// <summary>Path of a PEM file with our certificate, where the SMSC asks for one; <see cref="TlsClientKey"/> goes with it.</summary>
    public string? TlsClientCertificate { get; set; }

    /// <summary>Path of a PEM file with the key of <see cref="TlsClientCertificate"/>.</summary>
    public string? TlsClientKey { get; set; }

    /// <summary>1 to 15 characters (SMPP 3.4 §5.2.1).</summary>
    [Required, StringLength(15, MinimumLength = 1)]
    public string SystemId { get; set; } = "";

    /// <summary>Up to 8 characters (§5.2.2).</summary>
    [StringLength(8)]
    public string Password { get; set; } = "";

    /// <summary>Up to 12 characters (§5.2.3). Default: empty.</summary>
    [StringLength(12)]
    public string SystemType { get; set; } = "";

    /// <summary>Up to 5 characters (§5.2.11). Default: empty.</summary>
    [StringLength(5)]
    public string ServiceType { get; set; } = "";

    /// <summary>Binds that send and receive. Default: 1.</summary>
    [Range(0, 100)]
    public int Transceivers { get; set; } = 1;

    /// <summary>Binds that only send. Default: 0.</summary>
    [Range(0, 100)]
    public int Transmitters { get; set; }

    /// <summary>Binds that only receive; an account with transmitters needs one for its receipts. Default: 0.</summary>
    [Range(0, 100)]
    public int Receivers { get; set; }

    /// <summary>submit_sm without answer on one bind. Default: 10.</summary>
    [Range(1, 10_000)]
    public int Window { get; set; } = 10;

    /// <summary>Segments a second of the whole account. Default: 0, no limit of ours.</summary>
    [Range(0, 100_000)]
    public double SegmentsPerSecond { get; set; }

    /// <summary>Segments a second of each sender address. Default: 0, no limit of ours.</summary>
    [Range(0, 100_000)]
    public double SenderSegmentsPerSecond { get; set; }

    /// <summary>How much of an unused rate may be sent at once; one segment always may. Default: 250 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan RateBurst { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>For the connection, TLS included. Default: 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>For the answer to any request (§7.2, response_timer). Default: 30 s. Checked every tenth of it, at least every second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Silence after which a bind is probed (§7.2, enquire_link_timer). Default: 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan EnquireLinkInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>First wait before a lost bind is made again; doubles, less up to half by chance. Default: 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:10:00")]
    public TimeSpan ReconnectMinimum { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest such wait, and the wait after a refused bind. Default: 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00")]
    public TimeSpan ReconnectMaximum { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>First pause after ESME_RTHROTTLED, ESME_RMSGQFUL or ESME_RSYSERR; doubles while nothing is accepted. Default: 500 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:10:00")]
    public TimeSpan ThrottleMinimum { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest such pause. Default: 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00")]
    public TimeSpan ThrottleMaximum { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the other parts of a message are tried once its first was accepted. Default: 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PartsTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a stop waits for answers and handlers before it unbinds. Default: 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Write times relative to now (§7.1.1) instead of in UTC, for an SMSC whose clock cannot be trusted. Default: no.</summary>
    public bool RelativeTimes { get; set; }

    /// <summary>Type of number of short codes (§5.2.5). Default: 3, network specific.</summary>
    [Range(0, 6)]
    public int ShortCodeTon { get; set; } = 3;

    /// <summary>Numbering plan of short codes (§5.2.6). Default: 0, unknown.</summary>
    [Range(0, 18)]
    public int ShortCodeNpi { get; set; }

    public SmppTextRules Text { get; set; } = new();

    public ReceiptRules Receipts { get; set; } = new();

    /// <summary>All mistakes, each with its member and what would be right; empty when there are none.</summary>
    public IReadOnlyList<string> Faults()
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), results, validateAllProperties: true);
        var faults = results.ConvertAll(result => $"{string.Join(", ", result.MemberNames)}: {result.ErrorMessage}");
        if (Transceivers + Transmitters == 0)
            faults.Add($"{nameof(Transceivers)}, {nameof(Transmitters)}: at least one bind must send.");
        if (Transceivers + Receivers == 0)
            faults.Add($"{nameof(Receivers)}: without transceivers at least one bind must receive, or no receipt can come.");
        if (ReconnectMaximum < ReconnectMinimum)
            faults.Add($"{nameof(ReconnectMaximum)}: at least {nameof(ReconnectMinimum)}.");
        if (ThrottleMaximum < ThrottleMinimum)
            faults.Add($"{nameof(ThrottleMaximum)}: at least {nameof(ThrottleMinimum)}.");
        if (Text.DefaultAlphabet == SmsAlphabet.Ucs2)
            faults.Add($"{nameof(Text)}.{nameof(Text.DefaultAlphabet)}: Gsm7 or Latin1; UCS-2 is always data_coding 8.");
        if (Receipts.DateOffset.Duration() > TimeSpan.FromHours(14) || Receipts.DateOffset.Ticks % TimeSpan.TicksPerMinute != 0)
            faults.Add($"{nameof(Receipts)}.{nameof(Receipts.DateOffset)}: whole minutes between -14 and 14 hours.");
        if (TlsClientCertificate is null != TlsClientKey is null)
            faults.Add($"{nameof(TlsClientCertificate)}, {nameof(TlsClientKey)}: both or none.");
        return faults;
    }
}
