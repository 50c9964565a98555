using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HumanitarianEntry.Casework.Data;

/// <summary>Servers keep their own timestamp type; what goes in is UTC and whole microseconds.</summary>
public sealed class UtcInstantConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(i => i.Stored(), i => i.Stored());

/// <summary>SQLite has no timestamp type that compares and sorts; whole microseconds since 1970 do.</summary>
public sealed class MicrosecondConverter() : ValueConverter<DateTimeOffset, long>(i => i.ToMicroseconds(), m => Instants.FromMicroseconds(m));
