using System.Security.Cryptography;

namespace HumanitarianEntry.Casework.Custody;

/// <summary>A hash tree over leaves, built as RFC 6962 section 2.1 says: a leaf can never pass for a node, and no leaf can be left out or put elsewhere without another root.</summary>
public static class MerkleTree
{
    private const byte LeafMark = 0;
    private const byte NodeMark = 1;

    /// <summary>The 32 bytes at the top; of no leaves, the hash of nothing.</summary>
    public static byte[] Root(IReadOnlyList<byte[]> leaves) => leaves.Count == 0 ? SHA256.HashData([]) : Root(leaves, 0, leaves.Count);

    private static byte[] Root(IReadOnlyList<byte[]> leaves, int start, int count)
    {
        if (count == 1)
        {
            return SHA256.HashData([LeafMark, .. leaves[start]]);
        }

        var left = 1;
        while (left * 2 < count)
        {
            left *= 2;
        }

        return SHA256.HashData([NodeMark, .. Root(leaves, start, left), .. Root(leaves, start + left, count - left)]);
    }
}
