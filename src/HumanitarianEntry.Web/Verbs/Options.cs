namespace HumanitarianEntry.Web.Verbs;

/// <summary>Options of a verb: <c>--name value</c> or <c>--name</c>; what has no name is positional. Unknown options are refused.</summary>
public sealed class Options
{
    private readonly Dictionary<string, string> named = new(StringComparer.Ordinal);

    private Options()
    {
    }

    public List<string> Positional { get; } = [];

    /// <summary>Null when an option is unknown or lacks its value; the complaint is then in <paramref name="complaint"/>.</summary>
    public static Options? Parse(string[] args, string[] withValue, string[] bare, out string complaint)
    {
        complaint = string.Empty;
        var options = new Options();
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                options.Positional.Add(args[i]);
            }
            else if (bare.Contains(args[i]))
            {
                options.named[args[i]] = "true";
            }
            else if (withValue.Contains(args[i]) && i + 1 < args.Length)
            {
                options.named[args[i]] = args[++i];
            }
            else
            {
                complaint = withValue.Contains(args[i]) ? $"{args[i]} needs a value." : $"Unknown option {args[i]}.";
                return null;
            }
        }

        return options;
    }

    public string? this[string name] => named.GetValueOrDefault(name);

    public bool Has(string name) => named.ContainsKey(name);
}
