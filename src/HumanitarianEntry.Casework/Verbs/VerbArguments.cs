namespace HumanitarianEntry.Casework.Verbs;

/// <summary>Arguments of an operator verb: options with a value may be repeated; what is not an option is positional; what is unknown is refused.</summary>
internal sealed class VerbArguments
{
    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);

    private VerbArguments()
    {
    }

    public List<string> Positional { get; } = [];

    public static VerbArguments? Read(string[] args, string[] withValue, string[] bare, out string problem)
    {
        problem = string.Empty;
        var read = new VerbArguments();
        for (var i = 0; i < args.Length; i++)
        {
            var takesValue = withValue.Contains(args[i], StringComparer.Ordinal);
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                read.Positional.Add(args[i]);
            }
            else if (bare.Contains(args[i], StringComparer.Ordinal))
            {
                read.values[args[i]] = [];
            }
            else if (takesValue && i + 1 < args.Length)
            {
                (read.values.TryGetValue(args[i], out var known) ? known : read.values[args[i]] = []).Add(args[++i]);
            }
            else
            {
                problem = takesValue ? $"{args[i]} needs a value." : $"There is no option {args[i]}.";
                return null;
            }
        }

        return read;
    }

    public string? this[string name] => values.GetValueOrDefault(name)?.LastOrDefault();

    public IReadOnlyList<string> All(string name) => values.GetValueOrDefault(name) ?? [];

    public bool Has(string name) => values.ContainsKey(name);
}
