namespace HumanitarianEntry.Casework.Sealing;

/// <summary>Where the master key comes from. Whatever the place, its text is one or more lines of base64 (32 bytes each): the first is in force, the others only unwrap.</summary>
public abstract record MasterKeySource
{
    private MasterKeySource()
    {
    }

    /// <summary>A file with mode 600 in a folder with mode 700; made on the first run of an empty installation.</summary>
    public static MasterKeySource File(string path) => new InFile(Path.GetFullPath(path));

    /// <summary>An environment variable; several keys are parted by commas.</summary>
    public static MasterKeySource Environment(string variable) => new InEnvironment(variable);

    /// <summary>A program that prints the key (a password store, a token); arguments are passed as they are, no shell.</summary>
    public static MasterKeySource Command(string program, params string[] arguments) => new FromCommand(program, arguments);

    internal sealed record InFile(string Path) : MasterKeySource;

    internal sealed record InEnvironment(string Variable) : MasterKeySource;

    internal sealed record FromCommand(string Program, string[] Arguments) : MasterKeySource;
}
