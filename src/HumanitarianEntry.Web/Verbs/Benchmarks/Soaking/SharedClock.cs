using System.Buffers.Binary;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

/// <summary>The real clock plus a span that lies in a file, so that all nodes of a soak live through a month of waiting at the same moment.</summary>
internal sealed class SharedClock(string path) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead();

    /// <summary>Moves every clock that reads this file.</summary>
    public void Jump(TimeSpan by)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, (Ahead() + by).Ticks);
        File.WriteAllBytes(path + ".next", bytes);
        File.Move(path + ".next", path, overwrite: true);
    }

    private TimeSpan Ahead() => File.Exists(path) ? TimeSpan.FromTicks(BinaryPrimitives.ReadInt64LittleEndian(File.ReadAllBytes(path))) : TimeSpan.Zero;
}
