namespace HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

/// <summary>The same throws for the same seed on every machine, so that a run can be told and begun again. Chooses moments and walks, never a secret.</summary>
internal sealed class Dice(int seed)
{
    private readonly Lock gate = new();
    private ulong state = ((ulong)(uint)seed * 2_654_435_761) + 88_172_645_463_325_252;

    public int Below(int count)
    {
        lock (gate)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            return (int)(state % (ulong)count);
        }
    }

    public int Between(int least, int most) => least + Below(most - least + 1);

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
