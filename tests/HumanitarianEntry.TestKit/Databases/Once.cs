namespace HumanitarianEntry.TestKit.Databases;

/// <summary>Something made once in this process, by whoever asks first.</summary>
internal sealed class Once<T>(Func<Task<T>> make)
{
    private readonly Lock gate = new();
    private Task<T>? made;

    public Task<T> GetAsync()
    {
        lock (gate)
        {
            return made ??= Task.Run(make);
        }
    }
}
