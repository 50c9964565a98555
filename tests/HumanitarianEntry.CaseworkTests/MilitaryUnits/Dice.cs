namespace HumanitarianEntry.CaseworkTests.MilitaryUnits;

/// <summary>The same numbers every time.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    public int Next(int below)
    {
        state = (state * 6364136223846793005UL) + 1442695040888963407UL;
        return (int)((state >> 33) % (ulong)Math.Max(1, below));
    }

    public T One<T>(IReadOnlyList<T> of) => of[Next(of.Count)];
}
