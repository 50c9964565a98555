namespace HumanitarianEntry.UnitTests.Workflows.Properties;

/// <summary>The same throws for the same seed on every machine.</summary>
internal sealed class Dice(int seed)
{
    private ulong state = ((ulong)(uint)seed * 2_654_435_761) + 88_172_645_463_325_252;

    public int Below(int count)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (int)(state % (ulong)count);
    }

    public bool OneIn(int count) => Below(count) == 0;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
