using System.Data.Common;
using Herald.Store.Statements;

namespace Herald.Store.Engines;

/// <summary>The writer's connection.</summary>
internal interface IWriterSession : ISqlSession
{
    /// <summary>What follows in this transaction only inserts the rows it is given: its plan may be kept from one batch to the next.</summary>
    void KeepPlans();

    /// <summary>Writes the number of the open transaction into it, so that its fate can be asked for after a lost connection. Nothing where a commit is never in doubt.</summary>
    void Mark(WriterMark mark);

    DbConnection Connection { get; }

    /// <summary>The transaction as ADO.NET knows it, for work that others do in it. Called once, instead of <see cref="ISqlSession.Begin"/>.</summary>
    DbTransaction BeginForOthers();

    /// <summary>False: throw it away and open another.</summary>
    bool IsUsable { get; }
}
