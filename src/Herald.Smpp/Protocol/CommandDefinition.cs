namespace Herald.Smpp.Protocol;

/// <summary>One row of the command table.</summary>
internal sealed class CommandDefinition
{
    private readonly sbyte[] positions = new sbyte[byte.MaxValue];

    /// <param name="id">The command.</param>
    /// <param name="fromSmsc">States in which an SMSC may send it to us; None: it never may.</param>
    /// <param name="parameters">Mandatory parameters in wire order.</param>
    public CommandDefinition(CommandId id, SessionStates fromSmsc, params ParameterDefinition[] parameters)
    {
        Id = id;
        FromSmsc = fromSmsc;
        Parameters = parameters;
        Array.Fill(positions, (sbyte)-1);
        for (var i = 0; i < parameters.Length; i++)
            positions[(int)parameters[i].Id] = (sbyte)i;
    }

    public CommandId Id { get; }

    public SessionStates FromSmsc { get; }

    public ParameterDefinition[] Parameters { get; }

    public bool IsResponse => ((uint)Id & 0x80000000) != 0;

    /// <summary>Place in <see cref="Parameters"/>, -1 when the command has no such parameter.</summary>
    public int PositionOf(Parameter parameter) => positions[(int)parameter];
}
