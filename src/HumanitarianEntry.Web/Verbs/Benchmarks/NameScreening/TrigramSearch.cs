using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Names;
using Npgsql;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>PostgreSQL's pg_trgm over the names in a temporary table of the database that HE_BENCH_POSTGRES names.</summary>
internal sealed class TrigramSearch : ISearch
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand find;
    private readonly NpgsqlParameter<string> wanted = new("q", "");

    public TrigramSearch(IReadOnlyList<ListEntry> list)
    {
        connection = new NpgsqlConnection(Connection);
        connection.Open();
        Do("create extension if not exists pg_trgm");
        Do("create temporary table listed (key text not null, name text not null)");
        using (var copy = connection.BeginBinaryImport("copy listed from stdin (format binary)"))
        {
            foreach (var (key, name) in Peers.Latin(list))
            {
                copy.StartRow();
                copy.Write(key);
                copy.Write(name);
            }

            copy.Complete();
        }

        Do("create index on listed using gin (name gin_trgm_ops)");
        Do("analyze listed");
        Do("set pg_trgm.similarity_threshold = 0.35");
        find = new NpgsqlCommand("select key, max(similarity(name, @q))::float8 from listed where name % @q group by key order by 2 desc, 1 limit 50", connection);
        find.Parameters.Add(wanted);
        find.Prepare();
    }

    public static string? Connection => Environment.GetEnvironmentVariable("HE_BENCH_POSTGRES") is { Length: > 0 } text ? text : null;

    public string Name => "pg_trgm";

    public int Negatives => 2000;

    public int QueryStep => 1;

    public IReadOnlyList<(string Key, double Score)> Find(string name)
    {
        wanted.TypedValue = Transliteration.ToIcao(name);
        using var reader = find.ExecuteReader();
        var found = new List<(string, double)>();
        while (reader.Read())
        {
            found.Add((reader.GetString(0), reader.GetDouble(1)));
        }

        return found;
    }

    public void Dispose()
    {
        find.Dispose();
        connection.Dispose();
    }

    private void Do(string command)
    {
        using var run = connection.CreateCommand();
#pragma warning disable CA2100 // fixed sentences of this file
        run.CommandText = command;
#pragma warning restore CA2100
        run.ExecuteNonQuery();
    }
}
