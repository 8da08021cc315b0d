using System.Data.Common;

namespace Herald.Store.Migrations;

/// <summary>Brings a database to the schema of this build, each script in a transaction of its own.</summary>
internal static class Migrator
{
    // Any fixed number: "herald" in ASCII. Held by the session that migrates; others wait.
    private const string PostgresLock = "select pg_advisory_lock(114784986785892)";
    private const string PostgresUnlock = "select pg_advisory_unlock(114784986785892)";

    public static void Apply(DbConnection connection, StoreEngine engine, IReadOnlyList<Migration> migrations, TimeProvider time)
    {
        // SQLite: the process lock is ours already.
        if (engine == StoreEngine.Postgres)
            Execute(connection, null, PostgresLock);
        try
        {
            Execute(connection, null, "create table if not exists schema_version (number integer not null primary key, name text not null, hash text not null, applied_at bigint not null)");
            var applied = ReadApplied(connection);
            Check(applied, migrations);
            foreach (var migration in migrations.Skip(applied.Count))
                Apply(connection, migration, time);
        }
        finally
        {
            if (engine == StoreEngine.Postgres)
                Execute(connection, null, PostgresUnlock);
        }
    }

    private static void Check(List<(int Number, string Name, string Hash)> applied, IReadOnlyList<Migration> known)
    {
        if (applied.Count > known.Count)
            throw new SchemaException($"The database has schema {applied.Count:0000}, this build knows {known.Count:0000}: run the build that made it, or a newer one.");
        foreach (var (found, migration) in applied.Zip(known))
        {
            if (found.Number != migration.Number || found.Hash != migration.Hash)
                throw new SchemaException($"Migration {migration.Name} differs from the one applied to this database ({found.Name}). Applied scripts are never edited: add a new one.");
        }
    }

    private static void Apply(DbConnection connection, Migration migration, TimeProvider time)
    {
        using var transaction = connection.BeginTransaction();
        Execute(connection, transaction, migration.Sql);
        using var note = connection.CreateCommand();
        note.Transaction = transaction;
        note.CommandText = "insert into schema_version (number, name, hash, applied_at) values (@number, @name, @hash, @at)";
        Add(note, "@number", migration.Number);
        Add(note, "@name", migration.Name);
        Add(note, "@hash", migration.Hash);
        Add(note, "@at", time.GetUtcNow().ToUnixTimeMilliseconds());
        note.ExecuteNonQuery();
        transaction.Commit();
    }

    private static List<(int Number, string Name, string Hash)> ReadApplied(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select number, name, hash from schema_version order by number";
        using var reader = command.ExecuteReader();
        var applied = new List<(int, string, string)>();
        while (reader.Read())
            applied.Add((reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        return applied;
    }

    private static void Execute(DbConnection connection, DbTransaction? transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
