namespace Herald.Store;

public enum StoreEngine
{
    Sqlite,
    Postgres,
}
