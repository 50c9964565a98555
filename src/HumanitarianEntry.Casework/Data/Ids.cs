using System.Security.Cryptography;

namespace HumanitarianEntry.Casework.Data;

/// <summary>The one place where identifiers are made: 122 random bits from the system's generator, never countable, never derived from time.</summary>
public static class Ids
{
    /// <summary>A new random identifier (UUID version 4).</summary>
    public static Guid New()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
